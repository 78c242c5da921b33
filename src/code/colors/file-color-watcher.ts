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
  /** Called while the colors are watched, if those read last are outdated. */
  readonly onChange: () => void
}

export type FileColorWatcher = ReturnType<typeof createFileColorWatcher>

/** Changes within this time, in ms, are reported once: dragging causes many. */
const THROTTLE_MS = 250

/**
 * Reads the file's colors, and watches them while they are shown. They depend on the variable modes where a picture goes, and so
 * on the selection; on what the page uses; and on the variables and styles themselves. There is no event for changed variables.
 */
export function createFileColorWatcher(
  figma: PluginAPI,
  { pause, timers, onChange }: FileColorWatcherOptions,
) {
  let isWatched = false
  /** The page and modes of the last read. */
  let last: { readonly page: string; readonly modes: Modes } | null = null
  /** How often watching has ended, which stops pending reads. */
  let ends = 0
  let timer: unknown = null
  const enqueue = createSerialQueue()

  function changed(): void {
    if (!isWatched || timer !== null) return
    timer = timers.set(() => {
      timer = null
      if (isWatched) onChange()
    }, THROTTLE_MS)
  }

  const page = createPageColors(figma, { pause, onChange: changed })

  /** Returns a function that returns true once watching has ended. */
  function createUnwatchedCheck(): () => boolean {
    const before = ends
    return () => ends !== before
  }

  return {
    createUnwatchedCheck,
    /** Reads the colors. Rejects with RequestFailure (`stopped`) if watching ends in the meantime. */
    read(): Promise<FileColors> {
      const isStopped = createUnwatchedCheck()
      return enqueue(() => {
        const modes = modesNow(figma)
        last = { page: figma.currentPage.id, modes }
        return readColors(figma, { pause, page, modes, isStopped })
      })
    },
    /** Starts or stops watching. */
    watch(isShown: boolean): void {
      if (isWatched && !isShown) ends += 1
      isWatched = isShown
    },
    /** Call it when the selection or the current page changes. */
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
