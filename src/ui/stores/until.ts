import { effect } from '@preact/signals'

/** Resolves once the condition, which reads signals, holds. */
export const until = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = effect(() => {
      if (condition()) queueMicrotask(() => resolve(stop()))
    })
  })
