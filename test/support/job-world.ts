import { setMaxListeners } from 'node:events'
import { decodeEntry, type Entries, isEntryKind, stateOf } from '../../src/jobs/entries'
import { createJobManager, type JobManager } from '../../src/jobs/job-manager'
import { mayMove } from '../../src/jobs/states'
import type { JobStorage, Written } from '../../src/jobs/storage'
import { createSegmindClient, endpointsOf } from '../../src/segmind/client'
import type { Clock, Fetch } from '../../src/segmind/http'
import { type GetFault, JobService, type PostFault } from './job-service'
import { storedJobs } from './stored-jobs'

/** What one window meets. Faults are used up call by call; the crash comes at the given step, of any kind. */
export interface WindowScript {
  readonly posts: readonly PostFault[]
  readonly gets: readonly GetFault[]
  readonly writes: readonly Written[]
  readonly crashAt: number | null
}

/** A service, a device and the windows on it, on a clock of their own: whole lives of jobs in no time. */
export class JobWorld {
  now = 1_700_000_000_000
  readonly service: JobService
  /** Everything that must never happen, as sentences. */
  readonly breaches: string[] = []
  readonly stored = new Map<string, { entries: Map<string, string>; picture: Uint8Array | null }>()
  readonly #heldBack: (() => void)[] = []
  #sleeps: { readonly at: number; readonly wake: () => void }[] = []
  #count = 0

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
    this.service = new JobService(() => this.now, options.duration)
    this.#strict = options.strict
    this.#idAfterPoll = options.idAfterPoll ?? false
  }

  /** Opens a window of the plugin. */
  open(
    script: WindowScript,
    via: 'queue' | 'direct' = 'queue',
  ): { readonly jobManager: JobManager; readonly crashed: () => boolean } {
    const posts = [...script.posts]
    const gets = [...script.gets]
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
    const clock = this.#clock(() => dead)
    const fetch = this.#fetch(
      step,
      () => posts.shift() ?? 'none',
      () => gets.shift() ?? 'none',
    )
    const endpoints = endpointsOf(null)
    const jobManager = createJobManager({
      storage: this.#storage(step, () => writes.shift() ?? 'written'),
      clock,
      client: () => {
        const { key } = this.service
        return key === null ? null : createSegmindClient({ fetch, clock, endpoints, apiKey: key })
      },
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
      onSettled: () => undefined,
    })
    return { jobManager, crashed: () => dead }
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
      load: (job) => step(() => storedJobs(this.stored, job)),
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

  /** The network: every answer of the service passes through the real client. */
  #fetch(
    step: <T>(work: () => T) => Promise<T>,
    postFault: () => PostFault,
    getFault: () => GetFault,
  ): Fetch {
    return async (url, init) => {
      // The probes that tell a lost connection from other trouble.
      if (init.mode === 'no-cors' || url.endsWith('/get-user-credits')) throw new TypeError('Failed to fetch')
      const key = init.headers?.['x-api-key'] ?? null
      const isMedia = url.startsWith('https://images.segmind.com/')
      if (key !== (isMedia ? null : this.service.key)) this.breaches.push(`${url} with the key ${key}`)
      const answer = await step(() => {
        if (init.method === 'GET') return this.service.get(url, key, getFault())
        const { prompt } = JSON.parse(init.body ?? '') as { prompt: string }
        if (!this.#isNoted(prompt)) this.breaches.push(`a POST for ${prompt} before "sent" was written`)
        return this.service.post(url, prompt, key, postFault())
      })
      // The program's fault is to write the id only now.
      if (init.method === 'GET') for (const write of this.#heldBack.splice(0)) write()
      return answer()
    }
  }

  #isNoted(prompt: string): boolean {
    return [...this.stored.values()].some(({ entries }) =>
      entries.get('sent')?.includes(JSON.stringify(prompt)),
    )
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
