import { signal } from '@preact/signals'
import type { Clock } from '../../segmind/http'

/** An entry of the status region. */
export interface Announcement {
  readonly id: number
  readonly text: string
  /** When it was announced, in ms since 1970. */
  readonly at: number
}

/** Minimum time that an announcement stays in the status region, in ms, because screen readers may read it a little late. */
const STAYS_MS = 1000

/** The content of the status region, for screen readers. */
export function createStatus(clock: Pick<Clock, 'now'>) {
  const status = signal<readonly Announcement[]>([])
  return {
    status,
    /**
     * Announcements that come close together are kept together; later ones replace them. A repeated text gets a new node, so that it is
     * read again.
     */
    announce(text: string): void {
      const at = clock.now()
      const id = (status.value.at(-1)?.id ?? 0) + 1
      status.value = [...status.value.filter((said) => at - said.at < STAYS_MS), { id, text, at }]
    },
  }
}
