import { setMaxListeners } from 'node:events'
import { createDesk, type Desk } from '../../src/jobs/desk'
import { decodeEntry, type Entries, isEntryKind, stateOf } from '../../src/jobs/entries'
import { mayMove } from '../../src/jobs/states'
import type { JobStorage, Written } from '../../src/jobs/storage'
import type { JobStatus, SegmindClient } from '../../src/segmind/client'
import { failure, type Outcome } from '../../src/segmind/errors'
import type { Clock } from '../../src/segmind/http'

/** What happens to one call of the service. The request of a `lost-request` never arrives; a `lost-answer` was carried out. */
export type NetFault =
  | 'none'
  | 'lost-request'
  | 'lost-answer'
  | 'limited'
  | 'server-error'
  | 'no-endpoint'
  | 'unreadable'

/** What one window meets. Faults are used up call by call; the crash comes at the given step, of any kind. */
export interface WindowScript {
  readonly net: readonly NetFault[]
  readonly writes: readonly Written[]
  readonly crashAt: number | null
}

const HOUR = 3_600_000

/** A service, a device and the windows on it, on a clock of their own: whole lives of jobs in no time. */
export class JobWorld {
  now = 1_700_000_000_000
  /** Accepted jobs by request id. */
  readonly accepted = new Map<
    string,
    { readonly prompt: string; readonly at: number; readonly fails: boolean }
  >()
  /** POSTs by prompt: those that the service refused with an answer, and all others. */
  readonly posts = new Map<string, { refused: number; other: number }>()
  readonly polled = new Set<string>()
  /** Everything that must never happen, as sentences. */
  readonly breaches: string[] = []
  readonly stored = new Map<string, { entries: Map<string, string>; picture: Uint8Array | null }>()
  readonly #heldBack: (() => void)[] = []
  #sleeps: { readonly at: number; readonly wake: () => void }[] = []
  #count = 0

  readonly #duration: number
  readonly #strict: boolean
  readonly #idAfterPoll: boolean

  constructor(options: {
    /** ms from accepted to completed. */
    readonly duration: number
    /** Whether moves in the storage are held against the table: not where writes are refused, which leaves gaps. */
    readonly strict: boolean
    /** A fault of the program, to see the tests fail: the request id is written only after the first poll. */
    readonly idAfterPoll?: boolean
  }) {
    this.#duration = options.duration
    this.#strict = options.strict
    this.#idAfterPoll = options.idAfterPoll ?? false
  }

  /** Opens a window of the plugin. */
  open(
    script: WindowScript,
    via: 'queue' | 'direct' = 'queue',
  ): { readonly desk: Desk; readonly crashed: () => boolean } {
    const net = [...script.net]
    const writes = [...script.writes]
    let steps = 0
    let dead = false
    // A crash is a promise that never settles, before a step is carried out or after it.
    const mayCrash = async () => {
      steps += 1
      if (steps === script.crashAt) dead = true
      if (dead) await new Promise(() => undefined)
    }
    const step = async <T>(work: () => T): Promise<T> => {
      await mayCrash()
      const result = work()
      await mayCrash()
      return result
    }
    const desk = createDesk({
      storage: this.#storage(step, () => writes.shift() ?? 'written'),
      clock: this.#clock(() => dead),
      client: () => this.#client(step, () => net.shift() ?? 'none'),
      canceller: () => {
        const controller = new AbortController()
        setMaxListeners(0, controller.signal)
        return controller
      },
      newId: () => `job-${++this.#count}`,
      deflate: async (text) => new TextEncoder().encode(text),
      inflate: async (bytes) => new TextDecoder().decode(bytes),
      preferences: () => ({ via, atOnce: 2 }),
      onChange: () => undefined,
    })
    return { desk, crashed: () => dead }
  }

  /** Lets everything run until nothing sleeps any more, or the time is up. */
  async run(until = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await new Promise(setImmediate)
      this.#sleeps.sort((a, b) => a.at - b.at)
      const next = this.#sleeps[0]
      if (!next || next.at > until) break
      this.#sleeps.shift()
      this.now = Math.max(this.now, next.at)
      next.wake()
    }
    if (Number.isFinite(until)) this.now = Math.max(this.now, until)
  }

  #clock(isDead: () => boolean): Clock {
    return {
      now: () => this.now,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (isDead()) return
          if (signal.aborted) return resolve()
          signal.addEventListener('abort', () => resolve())
          this.#sleeps.push({ at: this.now + Math.max(0, ms), wake: () => !isDead() && resolve() })
        }),
      deadline: (_ms, parent) => ({ signal: parent, release: () => undefined }),
    }
  }

  #storage(step: <T>(work: () => T) => Promise<T>, verdict: () => Written): JobStorage {
    const write = (
      job: string,
      change: (record: { entries: Map<string, string>; picture: Uint8Array | null }) => void,
    ) =>
      step((): Written => {
        const written = verdict()
        if (written !== 'written') return written
        const record = this.stored.get(job) ?? { entries: new Map(), picture: null }
        const before = this.stateIn(job)
        change(record)
        this.stored.set(job, record)
        const after = this.stateIn(job)
        if (this.#strict && before && after && !mayMove(before, after))
          this.breaches.push(`${before} → ${after} in storage`)
        return written
      })
    return {
      load: (job) =>
        step(() =>
          [...this.stored]
            .filter(([id]) => job === undefined || id === job)
            .map(([id, { entries, picture }]) => ({
              job: id,
              entries: [...entries].map(([kind, text]) => ({ kind, text })),
              pictureBytes: picture?.length ?? null,
              otherBytes: 0,
            })),
        ),
      put: (job, kind, text) => {
        if (!this.#idAfterPoll || kind !== 'accepted')
          return write(job, ({ entries }) => entries.set(kind, text))
        this.#heldBack.push(() => this.stored.get(job)?.entries.set(kind, text))
        return step(() => 'written')
      },
      putPicture: (job, bytes) =>
        write(job, (record) => {
          record.picture = bytes
        }),
      picture: (job) => step(() => this.stored.get(job)?.picture ?? null),
      remove: (job) => step(() => this.stored.delete(job) || true),
    }
  }

  #client(step: <T>(work: () => T) => Promise<T>, fault: () => NetFault): SegmindClient {
    /** One call: whether it is carried out, and what the caller hears. */
    const call = <T>(paid: boolean, requestId: string | null, work: () => Outcome<T>): Outcome<T> => {
      const happens = fault()
      const charged = paid ? 'unknown' : 'no'
      const details = { requestId }
      switch (happens) {
        case 'none':
          return work()
        case 'lost-request':
          return failure('offline', charged, !paid, details)
        case 'lost-answer':
          work()
          return failure('offline', charged, !paid, details)
        case 'unreadable':
          work()
          return failure('unreadable', charged, !paid, details)
        case 'limited':
          return failure('rate-limited', 'no', true, { ...details, resetAt: this.now + 5000 })
        case 'no-endpoint':
          return paid
            ? failure('unavailable', 'no', true, { status: 404 })
            : failure('offline', 'no', true, details)
        case 'server-error':
          return failure('unavailable', paid ? 'no' : 'unknown', true, { ...details, status: 500 })
      }
    }
    const post = <T>(prompt: string, work: () => Outcome<T>): Outcome<T> => {
      const isNoted = [...this.stored.values()].some(({ entries }) =>
        entries.get('sent')?.includes(JSON.stringify(prompt)),
      )
      if (!isNoted) this.breaches.push(`a POST for ${prompt} before "sent" was written`)
      const outcome = call(true, null, work)
      const count = this.posts.get(prompt) ?? { refused: 0, other: 0 }
      const refused = !outcome.ok && outcome.error.charged === 'no'
      this.posts.set(prompt, {
        refused: count.refused + Number(refused),
        other: count.other + Number(!refused),
      })
      return outcome
    }
    const accept = (prompt: string): string => {
      const id = `request-${this.accepted.size + 1}`
      this.accepted.set(id, { prompt, at: this.now, fails: prompt.includes('forbidden') })
      return id
    }
    const lookUp = <T>(id: string, ready: () => Outcome<T>, running: () => Outcome<T>): Outcome<T> => {
      const job = this.accepted.get(id)
      if (!job || this.now > job.at + HOUR)
        return failure('expired', 'unknown', false, { requestId: id, status: 404 })
      if (this.now < job.at + this.#duration) return running()
      return job.fails ? failure('failed', 'no', true, { requestId: id }) : ready()
    }
    const outputOf = (id: string) => ({ type: 'url', url: `https://images.segmind.com/${id}` }) as const
    const metrics = { cost: 0.1, inferenceTime: 13, queueTime: 1 }
    return {
      submit: ({ prompt }) => step(() => post(prompt, () => ({ ok: true, value: accept(prompt) }))),
      direct: ({ prompt }) =>
        step(() =>
          post(prompt, () => {
            accept(prompt)
            return { ok: true, value: { output: { type: 'svg', text: `<svg>${prompt}</svg>` }, metrics } }
          }),
        ),
      status: async (id) => {
        const value = (status: JobStatus): Outcome<JobStatus> => ({ ok: true, value: status })
        const answer = await step(() => {
          this.polled.add(id)
          return call(false, id, () =>
            lookUp(
              id,
              () => value('completed'),
              () => value('processing'),
            ),
          )
        })
        for (const write of this.#heldBack.splice(0)) write()
        return answer
      },
      result: (id) =>
        step(() =>
          call(false, id, () =>
            lookUp(
              id,
              () => ({ ok: true, value: { output: outputOf(id), metrics } }),
              () => failure('unreadable', 'yes', true, { requestId: id }),
            ),
          ),
        ),
      picture: (id, from) =>
        step(() =>
          call(false, id, () => {
            const prompt = from.type === 'url' && this.accepted.get(from.url.split('/').at(-1) ?? '')?.prompt
            return { ok: true, value: from.type === 'svg' ? from.text : `<svg>${prompt}</svg>` }
          }),
        ),
      credits: () => step(() => ({ ok: true, value: 1 })),
    }
  }

  entriesOf(job: string): Entries | null {
    const record = this.stored.get(job)
    const entries: Record<string, unknown> = {}
    for (const [kind, text] of record?.entries ?? [])
      if (isEntryKind(kind)) entries[kind] = decodeEntry(kind, text)
    return 'sent' in entries ? (entries as unknown as Entries) : null
  }

  stateIn(job: string) {
    const entries = this.entriesOf(job)
    return entries && stateOf(entries)
  }
}
