import type { Timers } from '../protocol/channel'
import { WINDOW, type WindowSize } from '../protocol/contract'

/** How long the panel waits for what the device remembers, in ms, before it opens without it. */
const PATIENCE = 200

/** By what the window opens: its size, and which view comes first. */
export interface Recalled {
  readonly size: WindowSize
  readonly hasKey: boolean
}

/** The part of the storage that is asked. */
interface Kept {
  readonly windowSize: { load(): Promise<WindowSize | null> }
  readonly apiKey: { load(): Promise<string | null> }
}

/**
 * What a device remembers that bears on the opening. Never rejects: where the storage fails or is slow, the usual size, and a
 * key, which there is in nearly every visit.
 */
export async function recall({ windowSize, apiKey }: Kept, timers: Timers): Promise<Recalled> {
  let waiting: unknown
  const late = new Promise<null>((resolve) => {
    waiting = timers.set(() => resolve(null), PATIENCE)
  })
  const known = Promise.all([windowSize.load(), apiKey.load()]).catch(() => null)
  const answer = await Promise.race([known, late])
  timers.clear(waiting)
  if (!answer) return { size: WINDOW, hasKey: true }
  const [size, key] = answer
  return { size: size ? within(size) : WINDOW, hasKey: key !== null }
}

const within = ({ width, height }: WindowSize): WindowSize => ({
  width: clamp(width, WINDOW.minWidth, WINDOW.maxWidth),
  height: clamp(height, WINDOW.minHeight, WINDOW.maxHeight),
})

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
