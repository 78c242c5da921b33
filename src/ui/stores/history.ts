import { computed, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { Clock } from '../../segmind/http'
import { MODELS } from '../../segmind/models'
import { styleOf, stylesOf } from '../../segmind/request'
import { strings } from '../../strings'
import type { JobsStore } from './jobs'
import type { PicturesStore } from './pictures'

interface HistoryOptions {
  readonly jobs: Pick<JobsStore, 'star' | 'setRemoved' | 'remove' | 'removeUnreadable'>
  readonly pictures: Pick<PicturesStore, 'all' | 'show'>
  readonly clock: Clock
  readonly announce: (text: string) => void
}

export type HistoryStore = ReturnType<typeof createHistoryStore>

/** How long a deleted picture can be brought back, in ms. */
const UNDO_TIME = 10_000

/** What is looked for among the kept pictures, which one is looked at, and what is about to be deleted. */
export function createHistoryStore({ jobs, pictures, clock, announce }: HistoryOptions) {
  const query = signal('')
  const style = signal<string | null>(null)
  const onlyStarred = signal(false)
  const openId = signal<string | null>(null)
  /** Whether more is drawn of the history than can be in sight; once it is, it stays so. */
  const isWhole = signal(false)
  /** The last one that was deleted, while it can be brought back. */
  const removed = signal<Job | null>(null)
  let waiting = new AbortController()

  /** Those that this version knows, and those that other versions offered; by their ids. */
  const styles = computed(() => {
    const stored = pictures.all.value.map(({ request }) => request.style)
    const unknown = stored.filter((each) => each !== '' && !styleOf(each))
    return [...stylesOf(MODELS).map(({ id }) => id), ...new Set(unknown)]
  })

  const found = computed(() => {
    const wanted = query.value.trim().toLocaleLowerCase()
    return pictures.all.value.filter(
      ({ request, starred }) =>
        (style.value === null || request.style === style.value) &&
        (starred || !onlyStarred.value) &&
        request.prompt.toLocaleLowerCase().includes(wanted),
    )
  })

  /** Deletes for good what waits for it. */
  async function settle(): Promise<void> {
    const job = removed.value
    if (!job) return
    waiting.abort()
    removed.value = null
    if (await jobs.remove(job.id)) return
    await jobs.setRemoved(job.id, false)
    announce(strings.history.notRemoved)
  }

  return {
    query,
    style,
    styles,
    onlyStarred,
    removed,
    found,
    isWhole,
    /** The picture whose details are open. */
    opened: computed(() => pictures.all.value.find(({ id }) => id === openId.value) ?? null),
    open(job: Job | null): void {
      openId.value = job?.id ?? null
      if (job) pictures.show(job)
    },
    showAll(): void {
      query.value = ''
      style.value = null
      onlyStarred.value = false
    },
    /** Takes a picture out of sight at once; it is deleted for good when the time for Undo is over, or with the next. */
    async remove(job: Job): Promise<void> {
      await settle()
      await jobs.setRemoved(job.id, true)
      removed.value = job
      waiting = new AbortController()
      const { signal: mine } = waiting
      announce(strings.history.removed)
      await clock.sleep(UNDO_TIME, mine)
      if (!mine.aborted) await settle()
    },
    async undo(): Promise<void> {
      const job = removed.value
      if (!job) return
      waiting.abort()
      removed.value = null
      await jobs.setRemoved(job.id, false)
      announce(strings.history.undone)
    },
    settle,
    async star({ id, starred }: Job): Promise<void> {
      announce(starred ? strings.history.unstarred : strings.history.starred)
      await jobs.star(id, !starred)
    },
    /** Deletes for good what is stored of jobs that this version cannot read. True where all of it is gone. */
    async removeUnreadable(): Promise<boolean> {
      const isGone = await jobs.removeUnreadable()
      announce(isGone ? strings.otherVersion.done : strings.otherVersion.notDone)
      return isGone
    },
    /** Deletes every picture, or all but the starred ones. True where all of them are gone. */
    async clear(withStarred: boolean): Promise<boolean> {
      await settle()
      const going = pictures.all
        .peek()
        .filter(({ starred, activity }) => !activity && (withStarred || !starred))
      const gone = await Promise.all(going.map(({ id }) => jobs.remove(id)))
      return !gone.includes(false)
    },
  }
}
