import type * as z from 'zod/mini'
import { type Fault, RequestFailure } from './fault'
import { decode, encode, type Message } from './wire'

type Schema = z.ZodMiniType

/** What one side offers the other: the requests that it answers and the events that it emits. */
export interface Contract {
  readonly requests: Readonly<Record<string, { readonly params: Schema; readonly result: Schema }>>
  readonly events: Readonly<Record<string, Schema>>
}

export type RequestName<C extends Contract> = keyof C['requests'] & string
export type EventName<C extends Contract> = keyof C['events'] & string
export type Params<C extends Contract, N extends RequestName<C>> = z.infer<C['requests'][N]['params']>
export type Result<C extends Contract, N extends RequestName<C>> = z.infer<C['requests'][N]['result']>
export type Payload<C extends Contract, N extends EventName<C>> = z.infer<C['events'][N]>

/** One function per request. It may be asynchronous, and it may throw. */
export type Handlers<C extends Contract> = {
  readonly [N in RequestName<C>]: (params: Params<C, N>) => Result<C, N> | Promise<Result<C, N>>
}

/** The result of a request: a value or a fault, never a rejection. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Fault }

/** Carries plain data to the other side, in order. */
export interface Transport {
  send(message: unknown): void
  /** Returns a function that stops listening. */
  listen(listener: (message: unknown) => void): () => void
}

/** Timers that tests can replace. Delays in ms. */
export interface Timers {
  set(callback: () => void, delay: number): unknown
  clear(handle: unknown): void
}

export interface ChannelOptions<Mine extends Contract, Theirs extends Contract> {
  readonly transport: Transport
  readonly timers: Timers
  readonly mine: Mine
  readonly handlers: Handlers<Mine>
  readonly theirs: Theirs
  /** Default time-out of a request, in ms. */
  readonly timeout: number
  /** Called for errors that no reply can report: an unreadable message, an exception in a handler or listener. */
  readonly onFault: (description: string) => void
}

/** One end of the channel between the panel and the sandbox. */
export interface Channel<Mine extends Contract, Theirs extends Contract> {
  /** Sends a request. Resolves to its result or a fault, such as a time-out, a malformed reply or a failed handler. Never rejects. */
  request<N extends RequestName<Theirs>>(
    name: N,
    params: Params<Theirs, N>,
    options?: { readonly timeout?: number },
  ): Promise<Reply<Result<Theirs, N>>>
  /** Emits an event, which has no reply. */
  emit<N extends EventName<Mine>>(name: N, payload: Payload<Mine, N>): void
  on<N extends EventName<Theirs>>(name: N, listener: (payload: Payload<Theirs, N>) => void): () => void
  /** Stops listening and answers every open request with `closed`. */
  close(): void
}

interface Pending {
  readonly settle: (reply: Reply<unknown>) => void
  readonly result: Schema
  readonly name: string
}

const fault = (code: Fault['code'], message: string): Fault => ({ code, message })

/** Opens one end. Both ends validate everything that they receive. Every request gets a reply, even if its handler throws. */
export function openChannel<Mine extends Contract, Theirs extends Contract>(
  options: ChannelOptions<Mine, Theirs>,
): Channel<Mine, Theirs> {
  const { transport, timers, mine, handlers, theirs, onFault } = options
  // Maps, because the names come from outside: a plain object also has `constructor`.
  const requests = new Map(Object.entries(mine.requests))
  const events = new Map(Object.entries(theirs.events))
  const pending = new Map<string, Pending>()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  // A reloaded panel must not accept replies meant for the previous one.
  const session = Math.random().toString(36).slice(2, 10)
  let count = 0
  let closed = false

  const nextId = () => `${session}-${++count}`
  const answer = (id: string, reply: Reply<unknown>) => {
    if (closed) return
    transport.send(
      encode(
        reply.ok ? { kind: 'result', id, value: reply.value } : { kind: 'fault', id, error: reply.error },
      ),
    )
  }

  async function serve(name: string, params: unknown): Promise<Reply<unknown>> {
    const entry = requests.get(name)
    const handler = handlers[name as RequestName<Mine>]
    if (!entry || !handler)
      return { ok: false, error: fault('unknown-request', `no request is called ${name}`) }
    const decoded = entry.params.safeParse(params)
    if (!decoded.success) {
      return { ok: false, error: fault('malformed-request', `the parameters of ${name} cannot be read`) }
    }
    try {
      const value = await handler(decoded.data as Params<Mine, RequestName<Mine>>)
      const checked = entry.result.safeParse(value)
      if (checked.success) return { ok: true, value: checked.data }
      return { ok: false, error: fault('malformed-reply', `the result of ${name} does not fit its schema`) }
    } catch (error) {
      if (error instanceof RequestFailure) return { ok: false, error: error.toFault() }
      // The exception's message is not sent, because it could quote a key or a prompt.
      onFault(`the handler of ${name} failed (${error instanceof Error ? error.name : typeof error})`)
      return { ok: false, error: fault('unexpected', `the handler of ${name} failed`) }
    }
  }

  function settle(id: string, reply: (entry: Pending) => Reply<unknown>) {
    const entry = pending.get(id)
    // A second reply, or one after the time-out: the first one counts.
    if (!entry) return
    pending.delete(id)
    entry.settle(reply(entry))
  }

  function announce(name: string, payload: unknown) {
    const schema = events.get(name)
    const decoded = schema?.safeParse(payload)
    if (!decoded?.success) return onFault(`the event ${name} cannot be read`)
    for (const listener of listeners.get(name) ?? []) {
      try {
        listener(decoded.data)
      } catch (error) {
        onFault(`a listener of ${name} failed: ${describe(error)}`)
      }
    }
  }

  function deliver(message: Message) {
    switch (message.kind) {
      case 'request':
        // `serve` never rejects, but sending the reply may, which must not go unnoticed.
        serve(message.name, message.params)
          .then((reply) => answer(message.id, reply))
          .catch((error) => onFault(`the answer to ${message.name} was not sent: ${describe(error)}`))
        return
      case 'result':
        return settle(message.id, (entry) => {
          const decoded = entry.result.safeParse(message.value)
          if (decoded.success) return { ok: true, value: decoded.data }
          return { ok: false, error: fault('malformed-reply', `the reply to ${entry.name} cannot be read`) }
        })
      case 'fault':
        return settle(message.id, () => ({ ok: false, error: message.error }))
      case 'event':
        return announce(message.name, message.payload)
    }
  }

  const stopListening = transport.listen((data) => {
    const incoming = decode(data)
    if (incoming.type === 'message') return deliver(incoming.message)
    if (incoming.type === 'foreign') return
    const { id } = incoming
    if (id !== null && incoming.answers && pending.has(id)) {
      return settle(id, ({ name }) => ({
        ok: false,
        error: fault('malformed-reply', `the reply to ${name} cannot be read`),
      }))
    }
    onFault('a message cannot be read')
    if (id !== null && !incoming.answers) {
      answer(id, { ok: false, error: fault('malformed-request', 'the request cannot be read') })
    }
  })

  return {
    request(name, params, { timeout = options.timeout } = {}) {
      type R = Reply<Result<Theirs, typeof name>>
      if (closed) return Promise.resolve<R>({ ok: false, error: fault('closed', 'the channel is closed') })
      const entry = theirs.requests[name]
      if (!entry)
        return Promise.resolve<R>({
          ok: false,
          error: fault('unknown-request', `no request is called ${name}`),
        })
      return new Promise<R>((resolve) => {
        const id = nextId()
        const timer = timers.set(() => {
          settle(id, () => ({
            ok: false,
            error: fault('timeout', `no reply to ${name} within ${timeout} ms`),
          }))
        }, timeout)
        pending.set(id, {
          name,
          result: entry.result,
          settle(reply) {
            timers.clear(timer)
            resolve(reply as R)
          },
        })
        try {
          transport.send(encode({ kind: 'request', id, name, params }))
        } catch (error) {
          onFault(`the request ${name} was not sent: ${describe(error)}`)
          settle(id, () => ({ ok: false, error: fault('malformed-request', `${name} cannot be sent`) }))
        }
      })
    },
    emit(name, payload) {
      if (!closed) transport.send(encode({ kind: 'event', id: nextId(), name, payload }))
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set()
      listeners.set(name, set.add(listener as (payload: unknown) => void))
      return () => set.delete(listener as (payload: unknown) => void)
    },
    close() {
      closed = true
      stopListening()
      for (const id of [...pending.keys()]) {
        settle(id, ({ name }) => ({
          ok: false,
          error: fault('closed', `the channel closed before ${name} was answered`),
        }))
      }
    },
  }
}

/** Returns a text for any thrown value: Figma throws strings and objects that are not Errors. */
export function describe(thrown: unknown): string {
  if (thrown instanceof Error) return `${thrown.name}: ${thrown.message}`
  return typeof thrown === 'string' ? thrown : Object.prototype.toString.call(thrown)
}
