import type { Entries, Entry, EntryKind } from '../../../src/jobs/entries'
import type { Job } from '../../../src/jobs/job'
import { createJobManager } from '../../../src/jobs/job-manager'
import type { JobStorage, StoredJob, Written } from '../../../src/jobs/storage'
import type { JobResult, JobStatus, SegmindClient } from '../../../src/segmind/client'
import { failure, type Outcome } from '../../../src/segmind/errors'
import type { CancelSignal, Clock } from '../../../src/segmind/http'
import type { PictureRequest } from '../../../src/segmind/request'
import { storedJobs } from '../../support/stored-jobs'

export const START = 1_700_000_000_000

/** Lets everything go on that waits for nothing but its turn. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A clock that moves by hand. Sleeps end at the moment they are due, equal ones in the order in which they began. */
export class HandClock implements Clock {
  time = START
  #sleeps: { readonly at: number; readonly wake: () => void }[] = []

  now = (): number => this.time

  sleep(ms: number, signal: CancelSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        signal.removeEventListener('abort', wake)
        this.#sleeps = this.#sleeps.filter((other) => other !== sleeper)
        resolve()
      }
      const sleeper = { at: this.time + Math.max(0, ms), wake }
      this.#sleeps.push(sleeper)
      signal.addEventListener('abort', wake)
    })
  }

  deadline(_ms: number, parent: CancelSignal) {
    return { signal: parent, release: () => undefined }
  }

  /** Lets this much time pass, in ms. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms
    for (;;) {
      await settle()
      this.#sleeps.sort((a, b) => a.at - b.at)
      const next = this.#sleeps[0]
      if (!next || next.at > until) break
      this.time = Math.max(this.time, next.at)
      next.wake()
    }
    this.time = until
    await settle()
  }
}

/** A device's storage in memory. Everything that happens to it can be refused. */
export class MemoryStorage implements JobStorage {
  readonly records = new Map<string, { readonly entries: Map<string, string>; picture: Uint8Array | null }>()
  /** Every write that was tried, as "job kind" or "job picture". */
  readonly writes: string[] = []
  readable = true
  removable = true
  /** What becomes of a write of an entry. */
  onPut: (job: string, kind: string) => Written = () => 'written'
  onPicture: (job: string) => Written = () => 'written'

  async load(job?: string): Promise<readonly StoredJob[] | null> {
    if (!this.readable) return null
    return storedJobs(this.records, job)
  }

  async put(job: string, kind: string, text: string): Promise<Written> {
    this.writes.push(`${job} ${kind}`)
    const written = this.onPut(job, kind)
    if (written === 'written') this.#record(job).entries.set(kind, text)
    return written
  }

  async putPicture(job: string, bytes: Uint8Array): Promise<Written> {
    this.writes.push(`${job} picture`)
    const written = this.onPicture(job)
    if (written === 'written') this.#record(job).picture = bytes
    return written
  }

  async picture(job: string): Promise<Uint8Array | null> {
    return this.records.get(job)?.picture ?? null
  }

  async remove(job: string): Promise<boolean> {
    if (!this.removable) return false
    this.records.delete(job)
    return true
  }

  /** Stores a job as an earlier visit, or another window, would have. */
  keep(job: string, entries: Partial<Entries>, picture: Uint8Array | null = null): void {
    const record = this.#record(job)
    for (const [kind, value] of Object.entries(entries)) record.entries.set(kind, JSON.stringify(value))
    record.picture = picture ?? record.picture
  }

  /** What is stored of one step of a job. */
  entry<K extends EntryKind>(job: string, kind: K): Entry<K> | null {
    const text = this.records.get(job)?.entries.get(kind)
    return text === undefined ? null : (JSON.parse(text) as Entry<K>)
  }

  #record(job: string) {
    const record = this.records.get(job) ?? { entries: new Map<string, string>(), picture: null }
    this.records.set(job, record)
    return record
  }
}

export const requestFor = (prompt: string): PictureRequest => ({ prompt, style: 'any', size: '1024x1024' })

/** The entries of a job that was stored at `at`, of its kind of state. Times in ms since 1970. */
export const entriesOf = {
  sent: (prompt: string, at = START) => ({
    sent: { attempt: 1, at, via: 'queue' as const, request: requestFor(prompt) },
  }),
  accepted: (prompt: string, at = START) => ({
    ...entriesOf.sent(prompt, at),
    accepted: { requestId: `request for ${prompt}`, at },
  }),
  fetched: (prompt: string, at = START) => ({
    ...entriesOf.accepted(prompt, at),
    fetched: { at, url: urlOf(prompt), waited: 9000, cost: 0.1, inferenceTime: 9, queueTime: 1 },
  }),
  kept: (prompt: string, at = START) => ({ ...entriesOf.fetched(prompt, at), kept: { at, bytes: 1 } }),
}

const urlOf = (prompt: string) => `https://images.segmind.com/${encodeURIComponent(prompt)}`
export const svgOf = (prompt: string) => `<svg><title>${prompt}</title></svg>`
const metrics = { cost: 0.1, inferenceTime: 9, queueTime: 1 }

/** An answer of the service, or how it comes about. */
type Answer<T> = Outcome<T> | ((signal: CancelSignal) => Promise<Outcome<T>>)

/** An answer that never comes: the call ends when it is cancelled. */
export const silence =
  (charged: 'no' | 'unknown' = 'unknown') =>
  (signal: CancelSignal): Promise<ReturnType<typeof failure>> =>
    new Promise((resolve) => {
      const cancelled = failure('cancelled', charged, charged === 'no')
      if (signal.aborted) resolve(cancelled)
      signal.addEventListener('abort', () => resolve(cancelled))
    })

/** An answer that comes after this much time, in ms, unless the call is cancelled before. */
export const later =
  <T>(clock: Clock, ms: number, outcome: Outcome<T>) =>
  async (signal: CancelSignal): Promise<Outcome<T>> => {
    await clock.sleep(ms, signal)
    return signal.aborted ? failure('cancelled', 'unknown', false) : outcome
  }

/** One window of the plugin, with a device and a service of its own, on a clock that moves by hand. */
export function openDesk(storage = new MemoryStorage(), clock = new HandClock()) {
  const calls: string[] = []
  /** Answers that come first, by call; after them the service does as it should. */
  const answers = {
    submit: [] as Answer<string>[],
    direct: [] as Answer<JobResult>[],
    status: [] as Answer<JobStatus>[],
    result: [] as Answer<JobResult>[],
    picture: [] as Answer<string>[],
  }
  const settings = {
    key: true,
    via: 'queue' as 'queue' | 'direct',
    atOnce: 2,
    /** Whether this device can make bytes of a picture. */
    canPack: true,
    /** ms from accepted to completed. */
    duration: 10_000,
  }
  const acceptedAt = new Map<string, number>()
  let count = 0

  const call = <T>(
    name: string,
    left: Answer<T>[],
    signal: CancelSignal,
    otherwise: () => T,
  ): Promise<Outcome<T>> => {
    calls.push(name)
    const answer = left.shift()
    if (typeof answer === 'function') return answer(signal)
    if (signal.aborted) return Promise.resolve(failure('cancelled', 'unknown', false))
    return Promise.resolve(answer ?? { ok: true, value: otherwise() })
  }

  const promptOf = (requestId: string) => requestId.replace('request for ', '')
  const client: SegmindClient = {
    submit: ({ prompt }, signal) =>
      call(`submit ${prompt}`, answers.submit, signal, () => {
        acceptedAt.set(`request for ${prompt}`, clock.now())
        return `request for ${prompt}`
      }),
    direct: ({ prompt }, signal) =>
      call(`direct ${prompt}`, answers.direct, signal, () => ({
        output: { type: 'svg', text: svgOf(prompt) },
        metrics,
      })),
    status: (id, signal) =>
      call(`status ${promptOf(id)}`, answers.status, signal, () =>
        clock.now() - (acceptedAt.get(id) ?? START) < settings.duration ? 'processing' : 'completed',
      ),
    result: (id, signal) =>
      call(`result ${promptOf(id)}`, answers.result, signal, () => ({
        output: { type: 'url', url: urlOf(promptOf(id)) },
        metrics,
      })),
    picture: (_id, output, signal) =>
      call('picture', answers.picture, signal, () =>
        output.type === 'svg'
          ? output.text
          : svgOf(decodeURIComponent(output.url.slice('https://images.segmind.com/'.length))),
      ),
    credits: async () => ({ ok: true, value: 1 }),
  }

  const settled: string[] = []
  const jobManager = createJobManager({
    storage,
    clock,
    client: () => (settings.key ? client : null),
    canceller: () => new AbortController(),
    newId: () => {
      count += 1
      return `job-${count}`
    },
    deflate: async (text) => {
      if (!settings.canPack) throw new RangeError('out of memory')
      return new TextEncoder().encode(text)
    },
    inflate: async (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    preferences: () => settings,
    onChange: () => undefined,
    onSettled: (id) => settled.push(id),
  })

  return {
    jobManager,
    storage,
    clock,
    calls,
    answers,
    settings,
    /** The jobs that came to rest, in that order. */
    settled,
    /** The only job, or that of this prompt. Fails where there is none. */
    job(prompt?: string): Job {
      const job = jobManager.jobs().find(({ request }) => prompt === undefined || request.prompt === prompt)
      if (!job) throw new Error(`no job for ${prompt}`)
      return job
    },
    /** Clicks, and lets this much time pass, in ms; without it only what needs no time happens. */
    async start(prompt: string, ms = 0): Promise<void> {
      void jobManager.start(requestFor(prompt))
      await clock.pass(ms)
    },
    /** The POSTs so far. */
    posts: () => calls.filter((name) => /^(submit|direct) /.test(name)),
  }
}

/** Refused, to be sent again at this time; null where the service does not say when. */
export const limited = (resetAt: number | null) =>
  failure('rate-limited', 'no', true, { status: 429, resetAt })

/** The service has no such way. */
export const noEndpoint = failure('unavailable', 'no', true, { status: 404 })
