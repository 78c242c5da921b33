import { WINDOW, type WindowSize } from '../protocol/contract'
import type { Storage } from './storage'

/** The panel's window: takes the size it had last time, and keeps the one the user drags it to. */
export function createWindow(ui: UIAPI, storage: Pick<Storage, 'windowSize'>) {
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
      // A size that could not be kept costs nothing but the dragging, so it is not worth a message.
      storage.windowSize.save(size).catch(() => undefined)
    },
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
