import type { Timers, Transport } from '../../protocol/channel'

/** The panel's transport: the surrounding frames pass `pluginMessage` on to the sandbox. */
export const parentTransport: Transport = {
  send: (pluginMessage) => parent.postMessage({ pluginMessage }, '*'),
  listen(listener) {
    const handler = (event: MessageEvent<unknown>) => {
      const { data, source } = event
      // Any page can post to any frame, so only messages from the parent count.
      if (source !== parent || typeof data !== 'object' || data === null || !('pluginMessage' in data)) return
      listener(data.pluginMessage)
    }
    addEventListener('message', handler)
    return () => removeEventListener('message', handler)
  },
}

export const timers: Timers = {
  set: (callback, delay) => setTimeout(callback, delay),
  clear: (handle) => clearTimeout(handle as number),
}
