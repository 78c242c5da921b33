import type { Timers } from '../protocol/channel'
import type { WindowSize } from '../protocol/contract'
import type { Storage } from './storage'

/** A size that stays this long, in ms, is the one that was meant. */
const RESTS = 300

/** The panel's window: takes the size that the user drags it to, and keeps it for the next time. */
export function createWindow(ui: UIAPI, storage: Pick<Storage, 'windowSize'>, timers: Timers) {
  let saving: unknown
  return {
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
