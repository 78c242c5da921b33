import { signal } from '@preact/signals'
import type { Clock } from '../../segmind/http'

/** One thing that the status region says. */
export interface Announcement {
  readonly id: number
  readonly text: string
  /** When it was said, in ms since 1970. */
  readonly at: number
}

/** How long an announcement stays in the status region at least, in ms: a screen reader may come to it a little later. */
const STAYS_MS = 1000

/** What the status region says, to those who cannot see the panel. */
export function createStatus(clock: Pick<Clock, 'now'>) {
  const status = signal<readonly Announcement[]>([])
  return {
    status,
    /** What is said within a moment stays together; what comes later takes its place. A repeat is a new node, so it is said again. */
    announce(text: string): void {
      const at = clock.now()
      const id = (status.value.at(-1)?.id ?? 0) + 1
      status.value = [...status.value.filter((said) => at - said.at < STAYS_MS), { id, text, at }]
    },
  }
}
