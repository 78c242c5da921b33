import { createSerialQueue } from '../../async/serial-queue'
import type { Timers } from '../../protocol/channel'
import type { FileColors } from '../../protocol/colors'
import { createPageColors } from './page-colors'
import { readColors } from './read'
import { type Modes, modesNow } from './resolve'
import type { Pause } from './slices'

export interface FileColorWatcherOptions {
  readonly pause: Pause
  readonly timers: Timers
  /** Called while somebody watches, when what was read last is so no more. */
  readonly onChange: () => void
}

export type FileColorWatcher = ReturnType<typeof createFileColorWatcher>

/** Changes within this time, in ms, are told as one: dragging makes many. */
const TOGETHER = 250

/**
 * The file's colors for as long as they are shown. They depend on the modes of the place where a picture goes, so on the
 * selection; on what the page uses; and on the variables and styles themselves, of which variables give no notice when they change.
 */
export function createFileColorWatcher(
  figma: PluginAPI,
  { pause, timers, onChange }: FileColorWatcherOptions,
) {
  let isWatched = false
  /** Of what was read last. */
  let last: { readonly page: string; readonly modes: Modes } | null = null
  /** Counts the ends of watching: what was read for it is stopped then. */
  let ends = 0
  let telling: unknown = null
  const enqueue = createSerialQueue()

  function changed(): void {
    if (!isWatched || telling !== null) return
    telling = timers.set(() => {
      telling = null
      if (isWatched) onChange()
    }, TOGETHER)
  }

  const page = createPageColors(figma, { pause, onChange: changed })

  /** What asks it is stopped as soon as nobody watches any more. */
  function untilUnwatched(): () => boolean {
    const before = ends
    return () => ends !== before
  }

  return {
    untilUnwatched,
    /** Rejects with RequestFailure (`stopped`) where watching ends meanwhile. */
    read(): Promise<FileColors> {
      const isStopped = untilUnwatched()
      return enqueue(() => {
        const modes = modesNow(figma)
        last = { page: figma.currentPage.id, modes }
        return readColors(figma, { pause, page, modes, isStopped })
      })
    },
    /** Says whether they are shown. */
    watch(isShown: boolean): void {
      if (isWatched && !isShown) ends += 1
      isWatched = isShown
    },
    /** Call it when another layer or page is selected. */
    selectionChanged(): void {
      if (!isWatched || last === null) return
      const isElsewhere = last.page !== figma.currentPage.id || !isSame(last.modes, modesNow(figma))
      if (isElsewhere) changed()
    },
  }
}

function isSame(a: Modes, b: Modes): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
