import type { Timers } from '../protocol/channel'
import { WINDOW, type WindowSize } from '../protocol/contract'

/** Time in ms after which the panel opens without the stored values. */
const LOAD_TIMEOUT_MS = 200

/** Stored values that the panel needs to open: the window size, and whether there is a key, which decides the first view. */
export interface StartState {
  readonly size: WindowSize
  readonly hasKey: boolean
}

interface StartStorage {
  readonly windowSize: { load(): Promise<WindowSize | null> }
  readonly apiKey: { load(): Promise<string | null> }
}

/**
 * Loads the values that the panel needs to open. Never rejects: if the storage fails or is slow, assumes the default size and
 * that there is a key, as is usual.
 */
export async function loadStartState(
  { windowSize, apiKey }: StartStorage,
  timers: Timers,
): Promise<StartState> {
  let waiting: unknown
  const late = new Promise<null>((resolve) => {
    waiting = timers.set(() => resolve(null), LOAD_TIMEOUT_MS)
  })
  const known = Promise.all([windowSize.load(), apiKey.load()]).catch(() => null)
  const answer = await Promise.race([known, late])
  timers.clear(waiting)
  if (!answer) return { size: WINDOW, hasKey: true }
  const [size, key] = answer
  return { size: size ? clampSize(size) : WINDOW, hasKey: key !== null }
}

const clampSize = ({ width, height }: WindowSize): WindowSize => ({
  width: clamp(width, WINDOW.minWidth, WINDOW.maxWidth),
  height: clamp(height, WINDOW.minHeight, WINDOW.maxHeight),
})

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
