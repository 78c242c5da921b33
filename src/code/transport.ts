import type { Timers, Transport } from '../protocol/channel'

/** Wraps `figma.ui` as the sandbox's transport. */
export function uiTransport(ui: UIAPI): Transport {
  return {
    send: (message) => ui.postMessage(message),
    listen(listener) {
      const handler = (message: unknown) => listener(message)
      ui.on('message', handler)
      return () => ui.off('message', handler)
    },
  }
}

export const timers: Timers = {
  set: (callback, delay) => setTimeout(callback, delay),
  clear: (handle) => clearTimeout(handle as number),
}
