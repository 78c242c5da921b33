import { setMaxListeners } from 'node:events'
import { decodeEntry, type Entries, isEntryKind, stateOf } from '../../../src/jobs/entries'
import { SPACE } from '../../../src/jobs/eviction'
import type { Job } from '../../../src/jobs/job'
import { createJobManager } from '../../../src/jobs/job-manager'
import { canTransition, type SubmitMode } from '../../../src/jobs/states'
import type { JobStorage, Written } from '../../../src/jobs/storage'
import { createSegmindClient, endpointsOf } from '../../../src/segmind/client'
import type { Clock, Fetch } from '../../../src/segmind/http'
import { ManualClock } from './clock'
import { MemoryStorage, requestFor } from './device'
import { callName, type Fault, type GetFault, JobService, type PostFault, svgOf } from './service'

/** What happens in one window. Each call uses up one fault. The crash happens at the given step. */
export interface WindowScript {
  readonly posts: readonly PostFault[]
  readonly gets: readonly GetFault[]
  readonly writes: readonly Written[]
  readonly crashAt: number | null
}

type Step = <T>(work: () => T | Promise<T>) => Promise<T>

type Route = 'submit' | 'direct' | 'status' | 'result' | 'picture'

export type Window = ReturnType<JobSimulation['open']>

/** A service, a device and the windows of the plugin on it, on a manual clock. */
export class JobSimulation {
  readonly clock = new ManualClock()
  readonly service: JobService
  readonly storage: MemoryStorage
  /** What must never happen, but did, as sentences. */
  readonly violations: string[] = []
  readonly #heldBack: (() => void)[] = []
  #count = 0

  readonly #strict: boolean
  readonly #idAfterPoll: boolean

  constructor(
    options: {
      /** ms from accepted to completed. */
      readonly duration?: number
      /** Whether transitions in the storage are checked against the table. Not if writes are refused, which leaves gaps. */
      readonly strict?: boolean
      /** A deliberate bug, to see the tests fail: the request id is stored only after the first poll. */
      readonly idAfterPoll?: boolean
      readonly storage?: MemoryStorage
    } = {},
  ) {
    this.service = new JobService(this.clock, options.duration ?? 10_000)
    this.storage = options.storage ?? new MemoryStorage()
    this.#strict = options.strict ?? false
    this.#idAfterPoll = options.idAfterPoll ?? false
  }

  /** Opens a window of the plugin. */
  open(script: Partial<WindowScript> = {}, via: SubmitMode = 'queue') {
    const { clock, service, storage } = this
    const calls: string[] = []
    /** Faults by call, used up before those of the script. */
    const faults: Record<Route, Fault[]> = { submit: [], direct: [], status: [], result: [], picture: [] }
    const posts = [...(script.posts ?? [])]
    const gets = [...(script.gets ?? [])]
    const writes = [...(script.writes ?? [])]
    const settings = {
      via,
      atOnce: 2,
      /** Whether this device can compress a picture. */
      canPack: true,
      hasSamples: true,
      /** How long a sample takes to load, in ms. */
      sampleTime: 0,
    }
    const settled: string[] = []
    let steps = 0
    let dead = false
    // A crash is a promise that never settles, before or after a step is carried out.
    const mayCrash = async () => {
      steps += 1
      if (steps === script.crashAt) dead = true
      if (dead) await new Promise(() => undefined)
    }
    const step: Step = async (work) => {
      await mayCrash()
      const result = await work()
      await mayCrash()
      return result
    }
    const windowClock = this.#clock(() => dead)
    const fetch = this.#fetch(step, (name, method) => {
      calls.push(name)
      return (
        faults[name.split(' ')[0] as Route].shift() ?? (method === 'POST' ? posts : gets).shift() ?? 'none'
      )
    })
    const jobManager = createJobManager({
      storage: this.#storage(step, () => writes.shift() ?? 'written'),
      space: () => SPACE,
      clock: windowClock,
      client: () =>
        service.key === null
          ? null
          : createSegmindClient({
              ...{ fetch, clock: windowClock, endpoints: endpointsOf(null), apiKey: service.key },
            }),
      sampleFor: async ({ prompt }) => {
        await clock.sleep(settings.sampleTime, new AbortController().signal)
        return settings.hasSamples ? svgOf(prompt) : null
      },
      canceller: () => {
        const controller = new AbortController()
        setMaxListeners(0, controller.signal)
        return controller
      },
      newId: () => `job-${++this.#count}`,
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
      ...{ simulation: this as JobSimulation, jobManager, clock, service, storage, calls, faults, settings },
      /** The jobs that settled, in order. */
      settled,
      crashed: () => dead,
      /** Returns the only job, or the one with this prompt. Throws if there is none. */
      job(prompt?: string): Job {
        const job = jobManager.jobs().find(({ request }) => prompt === undefined || request.prompt === prompt)
        if (!job) throw new Error(`no job for ${prompt}`)
        return job
      },
      /** Starts a job, and advances the time, in ms. */
      async start(prompt: string, ms = 0): Promise<void> {
        void jobManager.start(requestFor(prompt))
        await clock.advance(ms)
      },
      /** Opens the journal, as the panel does first, and advances the time, in ms. False if it cannot be read. */
      async load(ms = 0): Promise<boolean> {
        const isOpen = await jobManager.open()
        await clock.advance(ms)
        return isOpen
      },
      advance: clock.advance,
      /** The POSTs so far. */
      posts: () => calls.filter((name) => /^(submit|direct) /.test(name)),
    }
  }

  #clock(isDead: () => boolean): Clock {
    return {
      now: this.clock.now,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (!isDead()) void this.clock.sleep(ms, signal).then(() => isDead() || resolve())
        }),
      deadline: (ms, parent) => this.clock.deadline(ms, parent),
    }
  }

  #storage(step: Step, verdict: () => Written): JobStorage {
    const { storage } = this
    const write = (job: string, work: () => Promise<Written>) =>
      step(async (): Promise<Written> => {
        const written = verdict()
        if (written !== 'written') return written
        const before = this.stateIn(job)
        const result = await work()
        const after = this.stateIn(job)
        if (this.#strict && before && after && !canTransition(before, after))
          this.violations.push(`${before} → ${after} in storage`)
        return result
      })
    return {
      load: (job) => step(() => storage.load(job)),
      put: (job, kind, text) => {
        if (!this.#idAfterPoll || kind !== 'accepted') return write(job, () => storage.put(job, kind, text))
        this.#heldBack.push(() => storage.records.get(job)?.entries.set(kind, text))
        return step(() => 'written')
      },
      putPicture: (job, bytes) => write(job, () => storage.putPicture(job, bytes)),
      picture: (job) => step(() => storage.picture(job)),
      remove: (job) => step(() => storage.remove(job)),
    }
  }

  /** The network. Every response of the service goes through the real client. */
  #fetch(step: Step, faultOf: (name: string, method: string) => Fault): Fetch {
    return async (url, init) => {
      // Requests that find out why a call failed.
      if (init.mode === 'no-cors' || url.endsWith('/get-user-credits')) throw new TypeError('Failed to fetch')
      if (init.signal.aborted) throw new TypeError('aborted')
      const key = init.headers?.['x-api-key'] ?? null
      const name = callName(url, init)
      if (key !== (name === 'picture' ? null : this.service.key))
        this.violations.push(`${url} with the key ${key}`)
      const answer = await step(() => {
        const { prompt } = JSON.parse(init.body ?? '{}') as { prompt?: string }
        if (prompt !== undefined && !this.#isNoted(prompt))
          this.violations.push(`a POST for ${prompt} before "sent" was written`)
        return this.service.answer(url, init, key, faultOf(name, init.method))
      })
      // The deliberate bug: the id is stored only now.
      if (init.method === 'GET') for (const write of this.#heldBack.splice(0)) write()
      return answer()
    }
  }

  #isNoted(prompt: string): boolean {
    return [...this.storage.records.values()].some(({ entries }) =>
      entries.get('sent')?.includes(JSON.stringify(prompt)),
    )
  }

  entriesOf(job: string): Entries | null {
    const record = this.storage.records.get(job)
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

/** A window without any faults. */
export const openWindow = (storage = new MemoryStorage()): Window => new JobSimulation({ storage }).open()
