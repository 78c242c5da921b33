import type { JSValueHandle } from 'quickjs-wasi'
import type { AreaRef, AssetRef, NodeRef } from '../document/capability'
import { ApiError, ThrownValue } from '../document/errors'
import type { GuestFunction } from '../document/guest-function'
import { type Engine, SandboxError, textOf } from './engine'
import { PRELUDE } from './prelude'
import { type Exchange, pack, unpack } from './wire'

/** A request from inside the sandbox: the operation and its arguments. */
export interface GuestRequest {
  readonly op: string
  readonly id?: number
  readonly subject?: NodeRef | AssetRef | AreaRef
  readonly member?: string
  readonly value: unknown
}

/** The answer to a request. */
export interface GuestAnswer {
  readonly value: unknown
  readonly method?: boolean
  readonly keeps?: boolean
}

/** An error that a function of the plugin threw when the host called it. The value itself stays inside the sandbox. */
class GuestThrow extends SandboxError {}

/**
 * The host's end of the bridge: answers the prelude's requests, calls the plugin's functions, and settles the promises that the sandbox
 * waits for.
 */
export class Guest implements Exchange {
  readonly #engine: Engine
  readonly #answer: (request: GuestRequest) => GuestAnswer
  readonly #onHostError: (error: unknown) => void
  readonly #hold: () => () => void
  readonly #functions = new Map<number, GuestFunction>()
  readonly #hostFunctions = new Map<number, (...args: unknown[]) => unknown>()
  readonly #prelude: JSValueHandle
  /** The handle that was last passed to the engine. It has been copied when the next one is passed. */
  #given: JSValueHandle | null = null
  #bytes: readonly Uint8Array[] = []
  #lastId = 0
  #disposed = false

  /**
   * `answer`: handles requests. `onHostError`: called for errors of the host rather than the plugin. `hold`: called for every promise that
   * the sandbox waits for; its result is called when the promise is settled.
   */
  constructor(
    engine: Engine,
    answer: (request: GuestRequest) => GuestAnswer,
    onHostError: (error: unknown) => void,
    hold: () => () => void,
  ) {
    this.#engine = engine
    this.#answer = answer
    this.#onHostError = onHostError
    this.#hold = hold
    const { vm } = engine
    const call = vm.newFunction('call', (json, ...bytes) =>
      this.#give(
        vm.newString(
          this.#reply(
            json?.toString() ?? '',
            bytes.map((handle) => handle.toUint8Array()),
          ),
        ),
      ),
    )
    const bytesAt = vm.newFunction('bytesAt', (at) =>
      this.#give(vm.newUint8Array(this.#bytes[at?.toNumber() ?? 0] ?? new Uint8Array())),
    )
    const prelude = engine.guarded(() => vm.evalCode(PRELUDE, 'host:prelude'))
    this.#prelude = engine.guarded(() => vm.callFunction(prelude, vm.undefined, call, bytesAt))
    for (const handle of [call, bytesAt, prelude]) handle.dispose()
  }

  /** The prelude's object, for `globals.ts`. The caller must not dispose of it. */
  get handle(): JSValueHandle {
    return this.#prelude
  }

  keepFunction(fn: (...args: unknown[]) => unknown): number {
    this.#hostFunctions.set(++this.#lastId, fn)
    return this.#lastId
  }

  keepPromise(promise: Promise<unknown>): number {
    const id = ++this.#lastId
    const release = this.#hold()
    promise
      .then(
        (value) => this.#settle(id, () => `"ok":true,"value":${this.#packed(value)}`),
        (error: unknown) => this.#settle(id, () => `"ok":false,"error":${this.#errorJson(error)}`),
      )
      .catch(this.#onHostError)
      .finally(release)
    return id
  }

  guestFunction(id: number): GuestFunction {
    const known = this.#functions.get(id)
    if (known) return known
    const fn: GuestFunction = (...args) => this.#callGuest(id, args)
    this.#functions.set(id, fn)
    return fn
  }

  /** Disconnects from the engine. */
  dispose(): void {
    this.#disposed = true
    this.#given?.dispose()
    this.#prelude.dispose()
  }

  #give(handle: JSValueHandle): JSValueHandle {
    this.#given?.dispose()
    this.#given = handle
    return handle
  }

  /** Answers a request in JSON. Does not throw, because the engine would add the host's stack to the error. */
  #reply(json: string, bytes: readonly Uint8Array[]): string {
    try {
      const { value, method, keeps } = this.#answer(unpack({ json, bytes }, this) as GuestRequest)
      return `{"method":${method ?? false},"keeps":${keeps ?? false},"value":${this.#packed(value)}}`
    } catch (error) {
      return `{"error":${this.#errorJson(error)}}`
    }
  }

  #packed(value: unknown): string {
    const parcel = pack(value, this)
    this.#bytes = parcel.bytes
    return parcel.json
  }

  #errorJson(error: unknown): string {
    if (error instanceof GuestThrow) return '{"again":true}'
    if (error instanceof ThrownValue) return JSON.stringify({ thrown: error.value })
    if (error instanceof ApiError) return JSON.stringify({ type: 'Error', message: error.message })
    this.#onHostError(error)
    return JSON.stringify({ type: 'Error', message: `the host failed: ${String(error)}` })
  }

  #callGuest(id: number, args: unknown[]): unknown {
    if (this.#disposed) return undefined
    const answer = this.#callPrelude('callFunction', () => `{"id":${id},"args":${this.#packed(args)}}`) as {
      value?: unknown
      threw?: { name: string; message: string; stack: string }
    }
    if (answer.threw) {
      const { name, message, stack } = answer.threw
      throw new GuestThrow(textOf(name, message), stack || null)
    }
    return unpack({ json: JSON.stringify(answer.value), bytes: [] }, this)
  }

  #settle(id: number, outcome: () => string): void {
    if (!this.#disposed) this.#callPrelude('settle', () => `{"id":${id},${outcome()}}`)
  }

  /** Calls a function of the prelude with JSON and parses its JSON result. */
  #callPrelude(name: 'callFunction' | 'settle', json: () => string): unknown {
    const { vm } = this.#engine
    return this.#engine.turn(() =>
      this.#engine.guarded(() => {
        const fn = this.#prelude.getProp(name)
        const argument = vm.newString(json())
        try {
          return vm
            .callFunction(fn, this.#prelude, argument)
            .consume((result) => (result.isString ? (JSON.parse(result.toString()) as unknown) : undefined))
        } finally {
          fn.dispose()
          argument.dispose()
        }
      }),
    )
  }

  /** Calls a host function that was passed to the sandbox. */
  callHostFunction(id: number, args: unknown[]): unknown {
    return this.#hostFunctions.get(id)?.(...args)
  }
}
