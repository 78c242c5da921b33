/**
 * Runs tasks one at a time, in the order in which they were added. The promise settles as the task does; a task that fails
 * does not hold up the next.
 */
export type SerialQueue = <T>(task: () => T | Promise<T>) => Promise<T>

export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    last = result.catch(() => undefined)
    return result
  }
}
