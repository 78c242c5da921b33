import { computed, signal } from '@preact/signals'
import type { Job } from '../../jobs/job'
import type { Clock } from '../../segmind/http'
import { strings } from '../../strings'
import type { JobsStore } from './jobs'
import type { PicturesStore } from './pictures'

interface HistoryOptions {
  readonly jobs: Pick<JobsStore, 'star' | 'setRemoved' | 'remove' | 'removeUnreadable'>
  readonly pictures: Pick<PicturesStore, 'all'>
  readonly clock: Clock
  readonly announce: (text: string) => void
}

export type HistoryStore = ReturnType<typeof createHistoryStore>

/** How long a delete can be undone, in ms. */
const UNDO_TIME = 10_000

/** The search in History, and deleting with Undo. */
export function createHistoryStore({ jobs, pictures, clock, announce }: HistoryOptions) {
  const query = signal('')
  const onlyStarred = signal(false)
  /** The images that were deleted last, while that can be undone. */
  const removed = signal<readonly Job[]>([])
  let waiting = new AbortController()

  const found = computed(() => {
    const words = query.value.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    return pictures.all.value.filter(({ request, starred, isOwn }) => {
      if (onlyStarred.value && !starred) return false
      if (words.length === 0) return true
      const facts = [
        ...[request.prompt, strings.styleName(request.style), request.size, strings.sizeName(request.size)],
        starred ? strings.history.starredWord : '',
        isOwn ? strings.files.mark : '',
      ]
      const text = facts.join(' ').toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
  })

  /** Deletes these permanently. */
  async function settle(): Promise<void> {
    const going = removed.value
    if (going.length === 0) return
    waiting.abort()
    removed.value = []
    for (const { id } of going) {
      if (await jobs.remove(id)) continue
      await jobs.setRemoved(id, false)
      announce(strings.history.notRemoved)
    }
  }

  return {
    query,
    onlyStarred,
    removed,
    found,
    showAll(): void {
      query.value = ''
      onlyStarred.value = false
    },
    /** Hides images immediately. They are deleted permanently when the time for Undo is over, or with the next delete. */
    async remove(going: readonly Job[]): Promise<void> {
      if (going.length === 0) return
      await settle()
      for (const { id } of going) await jobs.setRemoved(id, true)
      removed.value = going
      waiting = new AbortController()
      const { signal: mine } = waiting
      announce(strings.history.removed(going.length))
      await clock.sleep(UNDO_TIME, mine)
      if (!mine.aborted) await settle()
    },
    async undo(): Promise<void> {
      const back = removed.value
      if (back.length === 0) return
      waiting.abort()
      removed.value = []
      for (const { id } of back) await jobs.setRemoved(id, false)
      announce(strings.history.undone)
    },
    settle,
    async star({ id, starred }: Job): Promise<void> {
      announce(starred ? strings.history.unstarred : strings.history.starred)
      await jobs.star(id, !starred)
    },
    /** Permanently deletes the stored data of jobs that this version cannot read. True if all of it is gone. */
    async removeUnreadable(): Promise<boolean> {
      const isGone = await jobs.removeUnreadable()
      announce(isGone ? strings.otherVersion.done : strings.otherVersion.notDone)
      return isGone
    },
    /** Deletes all images, or all but the starred ones. True if all of them are gone. */
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
