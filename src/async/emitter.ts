/** An event. Listeners are called in the order in which they were added. */
export interface Emitter<T> {
  emit(value: T): void
  /** Adds a listener. The returned function removes it. */
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
