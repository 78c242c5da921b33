import type { Timers } from '../protocol/channel'
import type { WindowSize } from '../protocol/contract'
import type { Storage } from './storage'

/** The size is saved after it has not changed for this long, in ms. */
const SAVE_DELAY_MS = 300

/** Resizes the panel's window while the user drags, and saves the size for the next time. */
export function createWindow(ui: UIAPI, storage: Pick<Storage, 'windowSize'>, timers: Timers) {
  let saving: unknown
  return {
    resize(size: WindowSize): void {
      ui.resize(size.width, size.height)
      // Dragging resizes the window continuously, so saving is debounced.
      timers.clear(saving)
      saving = timers.set(() => {
        // If the size cannot be saved, the user only has to resize again, so there is no error message.
        storage.windowSize.save(size).catch(() => undefined)
      }, SAVE_DELAY_MS)
    },
  }
}
