/** One event: tells each listener, in the order in which they came. */
export interface Emitter<T> {
  emit(value: T): void
  /** Calls the listener at each event until the returned function is called. */
  listen(listener: (value: T) => void): () => void
}

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    emit(value) {
      for (const listener of [...listeners]) listener(value)
    },
    listen(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
