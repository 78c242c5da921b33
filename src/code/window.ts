import type { Timers } from '../protocol/channel'
import { WINDOW, type WindowSize } from '../protocol/contract'
import type { Storage } from './storage'

/** A size that stays this long, in ms, is the one that was meant. */
const RESTS = 300

/** The panel's window: takes the size it had last time, and keeps the one the user drags it to. */
export function createWindow(ui: UIAPI, storage: Pick<Storage, 'windowSize'>, timers: Timers) {
  let saving: unknown
  return {
    async restore(): Promise<void> {
      const size = await storage.windowSize.load()
      if (size)
        ui.resize(
          clamp(size.width, WINDOW.minWidth, WINDOW.maxWidth),
          clamp(size.height, WINDOW.minHeight, WINDOW.maxHeight),
        )
    },
    resize(size: WindowSize): void {
      ui.resize(size.width, size.height)
      // Dragging tells of every px: the size is kept once it rests.
      timers.clear(saving)
      saving = timers.set(() => {
        // A size that could not be kept costs nothing but the dragging, so it is not worth a message.
        storage.windowSize.save(size).catch(() => undefined)
      }, RESTS)
    },
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
