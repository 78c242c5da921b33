import { type ReadonlySignal, signal } from '@preact/signals'

/** Whether the browser reports that there is no connection. False does not mean that the internet can be reached. */
export function watchOffline(): ReadonlySignal<boolean> {
  const isOffline = signal(false)
  // The build renders the first view, too, and has no navigator.
  if (typeof window === 'undefined') return isOffline
  const update = () => {
    isOffline.value = !navigator.onLine
  }
  update()
  addEventListener('online', update)
  addEventListener('offline', update)
  return isOffline
}
