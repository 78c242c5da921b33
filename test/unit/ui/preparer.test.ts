import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPreparer, LIMIT, type Runner } from '../../../src/ui/platform/preparer'
import type { Prepared } from '../../../src/vector/prepare'
import type { Outcome } from '../../../src/worker/messages'

const done = (svg: string): Outcome => ({ ok: true, prepared: { svg } as Prepared })

/** Runners whose tasks end when the test says so. */
function workshop() {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  let opened = 0
  let closed = 0
  const open = async (): Promise<Runner> => {
    opened += 1
    return {
      run: ({ text }, onStage) => {
        started.push(text)
        onStage('reading')
        return new Promise((resolve) => ends.set(text, () => resolve(done(text))))
      },
      close: () => {
        closed += 1
      },
    }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    open,
    settled,
    started,
    end: async (text: string) => {
      ends.get(text)?.()
      await settled()
    },
    counts: () => ({ opened, closed }),
  }
}

describe('a preparer', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('prepares one picture after another with one runner, and reports the stages', async () => {
    const { open, settled, started, end, counts } = workshop()
    const prepare = createPreparer(open)
    const stages: string[] = []
    const outcomes = ['a', 'b'].map((text) =>
      prepare({ text, options: {}, onStage: (stage) => stages.push(`${text} ${stage}`) }),
    )
    await settled()
    expect(started).toEqual(['a'])
    await end('a')
    expect(started).toEqual(['a', 'b'])
    await end('b')
    expect(await Promise.all(outcomes)).toEqual([done('a'), done('b')])
    expect(stages).toEqual(['a reading', 'b reading'])
    expect(counts()).toEqual({ opened: 1, closed: 0 })
  })

  it('stops in the middle of a picture, and continues with another runner', async () => {
    const { open, settled, started, end, counts } = workshop()
    const prepare = createPreparer(open)
    const canceller = new AbortController()
    const first = prepare({ text: 'a', options: {}, signal: canceller.signal })
    const second = prepare({ text: 'b', options: {} })
    await settled()
    canceller.abort()
    expect(await first).toEqual({ ok: false, code: 'cancelled' })
    await settled()
    expect(started).toEqual(['a', 'b'])
    await end('b')
    expect(await second).toEqual(done('b'))
    expect(counts()).toEqual({ opened: 2, closed: 1 })
  })

  it('gives up a picture that takes too long, and continues with another runner', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { open, settled, started, end, counts } = workshop()
    const prepare = createPreparer(open)
    const hung = prepare({ text: 'hangs', options: {} })
    const second = prepare({ text: 'b', options: {} })
    await settled()
    vi.advanceTimersByTime(LIMIT)
    expect(await hung).toEqual({ ok: false, code: 'too-slow' })
    await settled()
    expect(started).toEqual(['hangs', 'b'])
    await end('b')
    expect(await second).toEqual(done('b'))
    expect(counts()).toEqual({ opened: 2, closed: 1 })
    // The timeout of a finished picture is cleared, too.
    expect(vi.getTimerCount()).toBe(0)
  })

  it('reports if there is no runner, and tries again the next time', async () => {
    const { open, settled, end } = workshop()
    let isOpen = false
    const prepare = createPreparer(async () => (isOpen ? open() : null))
    expect(await prepare({ text: 'a', options: {} })).toEqual({ ok: false, code: 'unavailable' })
    isOpen = true
    const second = prepare({ text: 'b', options: {} })
    await settled()
    await end('b')
    expect(await second).toEqual(done('b'))
  })
})
