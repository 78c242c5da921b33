import { describe, expect, it } from 'vitest'
import { createSerialQueue } from '../../../src/async/serial-queue'

describe('a serial queue', () => {
  it('runs one task at a time, in the order in which they were added', async () => {
    const enqueue = createSerialQueue()
    const log: string[] = []
    const task = (name: string) => async () => {
      log.push(`${name} starts`)
      await Promise.resolve()
      log.push(`${name} ends`)
      return name
    }
    expect(await Promise.all([enqueue(task('a')), enqueue(task('b'))])).toEqual(['a', 'b'])
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends'])
  })

  it('runs the next task after one that failed, and rejects the failed one', async () => {
    const enqueue = createSerialQueue()
    const failed = enqueue(() => Promise.reject(new Error('no')))
    const next = enqueue(() => 'done')
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('done')
  })
})
