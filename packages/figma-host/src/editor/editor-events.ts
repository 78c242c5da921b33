import type { EditorEvents } from './contract'
import type { TaskQueue } from './task-queue'

type Listeners = { [E in keyof EditorEvents]: Set<(value: EditorEvents[E]) => void> }

/** Calls listeners in order, and never during a call by one of them. */
export class EventHub {
  readonly #queue: TaskQueue
  readonly #listeners: Listeners = {
    change: new Set(),
    window: new Set(),
    message: new Set(),
    toast: new Set(),
    'toast-gone': new Set(),
    console: new Set(),
    fault: new Set(),
    input: new Set(),
    closed: new Set(),
  }

  constructor(queue: TaskQueue) {
    this.#queue = queue
  }

  on<E extends keyof EditorEvents>(event: E, listener: (value: EditorEvents[E]) => void): () => void {
    this.#listeners[event].add(listener)
    return () => this.#listeners[event].delete(listener)
  }

  emit<E extends keyof EditorEvents>(event: E, value: EditorEvents[E]): void {
    this.#queue.post(() => this.tell(event, value))
  }

  /** Calls the listeners synchronously, from inside a task. */
  tell<E extends keyof EditorEvents>(event: E, value: EditorEvents[E]): void {
    for (const listener of this.#listeners[event]) listener(value)
  }

  clear(): void {
    for (const listeners of Object.values(this.#listeners)) listeners.clear()
  }
}
