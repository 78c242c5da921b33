import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether the browser says that there is no connection. It may be wrong the other way: a connection that leads nowhere. */
export function watchOffline(): ReadonlySignal<boolean> {
  const isOffline = signal(false)
  // The build draws the first view, too, and has no browser.
  if (typeof window === 'undefined') return isOffline
  const update = () => {
    isOffline.value = !navigator.onLine
  }
  update()
  addEventListener('online', update)
  addEventListener('offline', update)
  return isOffline
}
