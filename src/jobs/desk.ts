import type { SegmindClient } from '../segmind/client'
import { failure, type SegmindError } from '../segmind/errors'
import type { CancelSignal, Clock } from '../segmind/http'
import type { PictureRequest, StoredRequest } from '../segmind/request'
import { type Canceller, type Doing, viewOf } from './doing'
import type { Entry } from './entries'
import { createGovernor } from './governor'
import type { Activity, Job } from './job'
import { createJournal } from './journal'
import { createPollingPolicy, type PollingPolicy } from './polling'
import type { Chapter } from './record'
import { type Fetched, follow, type RunContext, type RunOutcome, send } from './run'
import { createSlots } from './slots'
import { mayMove, type Way } from './states'
import type { JobStorage } from './storage'
import { type DeliveredSvg, UnreadablePicture } from './unreadable-picture'

export interface DeskOptions {
  readonly storage: JobStorage
  readonly clock: Clock
  /** Whom a job of this way is sent to, with the key of the moment; null without a key. */
  readonly client: (via: Way) => SegmindClient | null
  readonly canceller: () => Canceller
  /** A name that no other window will think of. */
  readonly newId: () => string
  readonly deflate: (text: string) => Promise<Uint8Array>
  /** Rejects with UnreadablePicture. */
  readonly inflate: (bytes: Uint8Array) => Promise<string>
  /** The user's choices at this moment: the way to the service, and how many jobs may run at once. */
  readonly preferences: () => { readonly via: Way; readonly atOnce: number }
  readonly onChange: () => void
}

/** A POST is given up after this, in ms: an older "sent" without an answer will never get one. */
const STALE = 90_000
/** The direct call may take five minutes. */
const STALE_DIRECT = 330_000

export type Desk = ReturnType<typeof createDesk>

/** All paid jobs of this window: starts them, picks them up again, keeps their pictures. */
export function createDesk(options: DeskOptions) {
  const { storage, clock, client, canceller, newId, deflate, inflate, preferences, onChange } = options
  const journal = createJournal(storage, onChange)
  const governor = createGovernor(clock)
  const doings = new Map<string, Doing>()
  const slots = createSlots(() => preferences().atOnce)
  let polling: { readonly waits: readonly number[]; readonly policy: PollingPolicy } | null = null

  const doingOf = (id: string, request: StoredRequest, startedAt: number, via: Way): Doing => {
    const fresh = { canceller: null, activity: null, retryAt: null, error: null, svg: null, unstored: null }
    const doing = doings.get(id) ?? { request, startedAt, via, ...fresh }
    doings.set(id, doing)
    return doing
  }

  /** Runs one job from wherever it stands, when its turn has come. */
  async function run(
    id: string,
    doing: Doing,
    first: Activity,
    way: (context: RunContext) => Promise<RunOutcome>,
  ): Promise<void> {
    if (doing.canceller) return
    const mine = canceller()
    const activity = slots.isFull() ? 'in-line' : first
    Object.assign(doing, { canceller: mine, activity, error: null, retryAt: null })
    onChange()
    const hasPlace = await slots.acquire(mine.signal)
    let holdsPlace = hasPlace
    /** A late job goes on, and the next one starts. */
    const giveUpPlace = () => {
      if (holdsPlace) slots.release()
      holdsPlace = false
    }
    try {
      const outcome: RunOutcome = !hasPlace
        ? { type: 'unsent' }
        : client(doing.via)
          ? await way(contextOf(id, doing, mine.signal, giveUpPlace))
          : { type: 'resting', error: withoutKey(id) }
      await settle(id, doing, outcome, mine.signal)
    } finally {
      giveUpPlace()
      Object.assign(doing, { canceller: null, activity: null, retryAt: null })
      onChange()
    }
  }

  const contextOf = (id: string, doing: Doing, signal: CancelSignal, onLate: () => void): RunContext => ({
    id,
    journal,
    client: () => client(doing.via),
    clock,
    governor,
    signal,
    patience: canceller().signal,
    polling: currentPolling(),
    crowd: slots.taken,
    onActivity(activity, retryAt = 0) {
      if (doing.activity === 'stopping') return
      Object.assign(doing, { activity, retryAt: activity === 'waiting' ? retryAt : null })
      onChange()
    },
    onLate,
    onTrouble(error) {
      if (error) onLate()
      doing.error = error
      onChange()
    },
  })

  async function settle(id: string, doing: Doing, outcome: RunOutcome, signal: CancelSignal): Promise<void> {
    if (outcome.type === 'done') return keep(id, doing, outcome.value)
    if (outcome.type === 'resting') doing.error = outcome.error
    if (outcome.type !== 'unsent') return
    const chapter = journal.chapters.get(id)
    const requestId = chapter?.entries.accepted?.requestId ?? null
    if (signal.aborted && chapter) doing.error = failure('cancelled', 'unknown', true, { requestId }).error
    else if (signal.aborted) doings.delete(id)
    else doing.error = { ...failure('unavailable', 'no', true).error, kind: 'not-recorded' }
  }

  /** Without a key nothing was sent; a job that was accepted before waits for one. */
  function withoutKey(id: string): SegmindError {
    const requestId = journal.chapters.get(id)?.entries.accepted?.requestId ?? null
    return failure('invalid-key', requestId === null ? 'no' : 'unknown', true, { requestId }).error
  }

  /** Compresses and stores a picture before anything else is done with it. */
  async function keep(id: string, doing: Doing, { svg, fetched }: Fetched, consent = false): Promise<void> {
    doing.activity = 'keeping'
    // In memory from the first moment: whatever happens to the storage, the user can have it.
    doing.svg = svg
    onChange()
    const bytes = await deflate(svg).catch(() => null)
    const kept = bytes ? await journal.keepPicture(id, bytes, consent) : 'unavailable'
    if (!journal.chapters.get(id)?.entries.fetched) await journal.note(id, 'fetched', fetched)
    if (
      bytes &&
      kept === 'written' &&
      (await journal.note(id, 'kept', { at: clock.now(), bytes: bytes.length })) === 'written'
    ) {
      Object.assign(doing, { svg: null, unstored: null })
    } else {
      doing.unstored = typeof kept === 'object' ? 'consent' : kept === 'written' ? 'unavailable' : kept
    }
    onChange()
  }

  /** Takes up what an earlier visit, or another window, has left open. */
  async function takeUp({ id, state, entries, pictureBytes }: Chapter): Promise<void> {
    const doing = doingOf(id, entries.sent.request, entries.sent.at, entries.sent.via)
    // A picture in memory needs no fetching, only room.
    if (doing.svg !== null) return
    if (pictureBytes !== null) {
      // The visit ended between the two writes: the picture is there, only the word was missing.
      if (!entries.kept && mayMove(state, 'kept'))
        await journal.note(id, 'kept', { at: clock.now(), bytes: pictureBytes })
    } else if (state === 'accepted' || state === 'fetched') {
      await run(id, doing, state === 'accepted' ? 'queued' : 'fetching', follow)
    } else if (state === 'sending' || state === 'waiting') {
      await watchUnanswered(id, doing, entries.sent, entries.refused)
    }
  }

  /** Another window may be at it still: the job is shown as what it is, and called ended only when that is certain. */
  async function watchUnanswered(
    id: string,
    doing: Doing,
    sent: Entry<'sent'>,
    refused?: Entry<'refused'>,
  ): Promise<void> {
    const isWaiting = refused !== undefined && refused.attempt >= sent.attempt
    const error = failure(
      isWaiting ? 'rate-limited' : 'timeout',
      isWaiting ? 'no' : 'unknown',
      isWaiting,
    ).error
    doing.error = { ...error, kind: 'interrupted' }
    onChange()
    const { signal } = canceller()
    const due = (isWaiting ? refused.until : sent.at) + (sent.via === 'direct' ? STALE_DIRECT : STALE)
    while (clock.now() < due) {
      await clock.sleep(Math.min(5000, due - clock.now()), signal)
      const latest = await journal.refresh(id)
      if (!latest || !doings.has(id)) return
      if (
        latest.entries.sent.attempt !== sent.attempt ||
        (latest.state !== 'sending' && latest.state !== 'waiting')
      ) {
        doing.error = null
        return takeUp(latest)
      }
    }
    const how = isWaiting ? 'failed' : 'unknown'
    await journal.note(id, 'ended', { attempt: sent.attempt, at: clock.now(), how, error })
  }

  async function delivered(id: string): Promise<DeliveredSvg> {
    const held = doings.get(id)?.svg
    if (held) return { svg: held }
    const bytes = await journal.picture(id)
    if (!bytes) return { svg: null, why: 'not-given' }
    return inflate(bytes).then(
      (svg) => ({ svg }),
      (error) => ({ svg: null, why: error instanceof UnreadablePicture ? error.flaw : 'damaged' }),
    )
  }

  function recentWaits(): number[] {
    return (
      [...journal.chapters.values()]
        // How long a sample takes says nothing about Segmind.
        .flatMap(({ entries: { sent, fetched } }) =>
          fetched?.waited && sent.via !== 'sample' ? [fetched] : [],
        )
        .sort((a, b) => a.at - b.at)
        .map(({ waited }) => waited ?? 0)
    )
  }

  /** The policy for what recent jobs took; made anew only when those have changed. */
  function currentPolling(): PollingPolicy {
    const waits = recentWaits()
    if (polling?.waits.join() !== waits.join()) polling = { waits, policy: createPollingPolicy(waits) }
    return polling.policy
  }

  return {
    /** All jobs, newest first. */
    jobs(): Job[] {
      const ids = new Set([...journal.chapters.keys(), ...doings.keys()])
      return [...ids]
        .flatMap((id) => viewOf(id, journal.chapters.get(id), doings.get(id)) ?? [])
        .sort((a, b) => b.startedAt - a.startedAt)
    },
    used: () => journal.used(),
    /** What is stored of jobs that this version cannot read. */
    unreadable: () => journal.unreadable(),
    /** Deletes it, by the user's word. False where the storage did not delete all of it. */
    removeUnreadable: () => journal.removeUnreadable(),
    /** What pictures usually take, in ms, by the recent ones. */
    expected: () => currentPolling().expected,

    /** Reads the journal and takes up every open job. Resolves once it is read; false where it cannot be. */
    async open(): Promise<boolean> {
      if (!(await journal.load())) return false
      for (const chapter of [...journal.chapters.values()]) {
        if (chapter.entries.removed?.on) void journal.remove(chapter.id)
        else void takeUp(chapter)
      }
      return true
    },

    /** One click, one POST: starts a job and resolves when it rests. */
    async start(request: PictureRequest, via = preferences().via): Promise<void> {
      const id = newId()
      const doing = doingOf(id, request, clock.now(), via)
      await run(id, doing, 'sending', (context) => send(context, request, via))
    },

    /** Stops waiting. What was accepted is drawn and charged all the same, and can be picked up. */
    cancel(id: string): void {
      const doing = doings.get(id)
      if (!doing?.canceller) return
      // What is on its way is waited for, at most a minute: its answer names the paid job.
      if (doing.activity === 'sending') doing.activity = 'stopping'
      doing.canceller.abort()
      onChange()
    },

    /** Picks up an accepted job; sends no POST. */
    async resume(id: string): Promise<void> {
      const chapter = journal.chapters.get(id)
      if (chapter) await takeUp(chapter)
    },

    /** Picks up every resting job, as after the key was changed. */
    resumeAll(): void {
      for (const chapter of journal.chapters.values()) {
        if (chapter.state === 'accepted' || chapter.state === 'fetched') void takeUp(chapter)
      }
    },

    /** The picture as it was delivered, or why it cannot be had. */
    delivered,
    /** Its SVG text; null where it cannot be had. */
    svg: async (id: string): Promise<string | null> => (await delivered(id)).svg,

    /** Tries again to store a picture that is in memory only. `consent`: what the user has agreed to lose may go. */
    async store(id: string, consent: boolean): Promise<void> {
      const doing = doings.get(id)
      const fetched = journal.chapters.get(id)?.entries.fetched
      if (!doing?.svg || !fetched || doing.activity) return
      try {
        await keep(id, doing, { svg: doing.svg, fetched }, consent)
      } finally {
        doing.activity = null
        onChange()
      }
    },

    async noteInserted(id: string): Promise<void> {
      if (journal.chapters.get(id)?.entries.kept) await journal.note(id, 'inserted', { at: clock.now() })
    },

    async star(id: string, on: boolean): Promise<void> {
      if (journal.chapters.has(id)) await journal.note(id, 'starred', { on })
    },

    /** Takes a job out of sight, or back: for good it is deleted by `remove`, or at the next visit. */
    async setRemoved(id: string, on: boolean): Promise<void> {
      if (journal.chapters.has(id)) await journal.note(id, 'removed', { on })
    },

    /** Forgets a job and its picture. False where the storage did not: then it stays. */
    async remove(id: string): Promise<boolean> {
      doings.get(id)?.canceller?.abort()
      if (journal.chapters.has(id) && !(await journal.remove(id))) return false
      doings.delete(id)
      onChange()
      return true
    },
  }
}
