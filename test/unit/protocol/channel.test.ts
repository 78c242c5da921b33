import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type Channel, type Contract, type Handlers, openChannel } from '../../../src/protocol/channel'
import { RequestFailure } from '../../../src/protocol/fault'
import { manualTimers, pairedTransports } from '../../support/paired-transport'

const server = {
  requests: { double: { params: z.object({ n: z.number() }), result: z.object({ n: z.number() }) } },
  events: { tick: z.object({ n: z.number() }) },
} as const satisfies Contract
const client = { requests: {}, events: {} } as const satisfies Contract

let asking: Channel<typeof client, typeof server>
let serving: Channel<typeof server, typeof client>
let answer: Handlers<typeof server>['double']
let timers: ReturnType<typeof manualTimers>
let transports: ReturnType<typeof pairedTransports>
let faults: string[]

beforeEach(() => {
  transports = pairedTransports()
  timers = manualTimers()
  faults = []
  answer = ({ n }) => ({ n: 2 * n })
  const shared = { timers, timeout: 1000, onFault: (text: string) => faults.push(text) }
  asking = openChannel({ ...shared, transport: transports.a, mine: client, handlers: {}, theirs: server })
  serving = openChannel({
    ...shared,
    transport: transports.b,
    mine: server,
    handlers: { double: (params) => answer(params) },
    theirs: client,
  })
})

const code = (reply: Awaited<ReturnType<typeof asking.request>>) => (reply.ok ? 'ok' : reply.error.code)

describe('a request', () => {
  it('gets a reply if the handler throws, without the exception’s message', async () => {
    answer = () => {
      throw new Error('the key is SG_secret')
    }
    const reply = await asking.request('double', { n: 1 })
    expect(code(reply)).toBe('unexpected')
    expect(JSON.stringify(transports.wire)).not.toContain('SG_secret')
    expect(faults).toHaveLength(1)
  })

  it('resolves to the fault that a handler threw', async () => {
    answer = () => {
      throw new RequestFailure('storage-full', 'no space', 'delete something')
    }
    const reply = await asking.request('double', { n: 1 })
    expect(reply).toEqual({
      ok: false,
      error: { code: 'storage-full', message: 'no space', hint: 'delete something' },
    })
  })

  it('gets a reply if the result does not fit its schema', async () => {
    answer = () => ({ n: 'many' }) as never
    expect(code(await asking.request('double', { n: 1 }))).toBe('malformed-reply')
  })

  it('gets a reply if its parameters do not fit their schema', async () => {
    expect(code(await asking.request('double', { n: 'many' } as never))).toBe('malformed-request')
  })

  it('gets a reply if the other side does not know it', async () => {
    transports.a.send({ mark: 'inkwright/1', id: 'x', kind: 'request', name: 'constructor', params: {} })
    await Promise.resolve()
    await Promise.resolve()
    expect(transports.wire.at(-1)).toMatchObject({
      id: 'x',
      kind: 'fault',
      error: { code: 'unknown-request' },
    })
  })

  it('times out without a reply, and ignores a later one', async () => {
    let release: (value: { n: number }) => void = () => undefined
    answer = () => new Promise((resolve) => (release = resolve))
    const reply = asking.request('double', { n: 1 }, { timeout: 500 })
    await Promise.resolve()
    timers.advance(500)
    expect(code(await reply)).toBe('timeout')
    release({ n: 2 })
    await Promise.resolve()
    expect(faults).toEqual([])
  })

  it('ends immediately if the channel is closed, or was closed before', async () => {
    answer = () => new Promise(() => undefined)
    const reply = asking.request('double', { n: 1 })
    asking.close()
    expect(code(await reply)).toBe('closed')
    expect(code(await asking.request('double', { n: 1 }))).toBe('closed')
    expect(timers.open()).toBe(0)
  })
})

describe('messages', () => {
  it('that are malformed replies end their request', async () => {
    answer = () => new Promise(() => undefined)
    const reply = asking.request('double', { n: 1 })
    const { id } = transports.wire[0] as { id: string }
    transports.b.send({ mark: 'inkwright/1', id, kind: 'fault', error: 'no object' })
    expect(code(await reply)).toBe('malformed-reply')
  })

  it('of any form and in any order never prevent or duplicate a reply', async () => {
    const noise = fc.oneof(
      fc.anything({ withDate: true }),
      fc.record({
        mark: fc.constant('inkwright/1'),
        id: fc.string(),
        kind: fc.constantFrom('request', 'result', 'fault', 'event', 'other'),
        name: fc.constantFrom('double', 'tick', 'constructor', '__proto__'),
        params: fc.anything(),
        value: fc.anything(),
        payload: fc.anything(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.record({ ask: fc.integer() }), fc.record({ noise })), { maxLength: 20 }),
        async (script) => {
          const replies: Promise<unknown>[] = []
          const expected: unknown[] = []
          for (const entry of script) {
            if ('ask' in entry) {
              replies.push(asking.request('double', { n: entry.ask }))
              expected.push({ ok: true, value: { n: 2 * entry.ask } })
            } else {
              transports.a.send(entry.noise)
              transports.b.send(entry.noise)
            }
          }
          expect(await Promise.all(replies)).toEqual(expected)
          expect(timers.open()).toBe(0)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('events', () => {
  it('reach every listener until it is removed', async () => {
    const heard: number[] = []
    const leave = asking.on('tick', ({ n }) => heard.push(n))
    asking.on('tick', ({ n }) => heard.push(10 * n))
    serving.emit('tick', { n: 1 })
    await Promise.resolve()
    leave()
    serving.emit('tick', { n: 2 })
    await Promise.resolve()
    expect(heard).toEqual([1, 10, 20])
  })

  it('that cannot be read, or whose listener throws, are reported and do not affect others', async () => {
    const heard: number[] = []
    asking.on('tick', () => {
      throw new Error('clumsy')
    })
    asking.on('tick', ({ n }) => heard.push(n))
    serving.emit('tick', { n: 'x' } as never)
    serving.emit('tick', { n: 3 })
    await Promise.resolve()
    expect(heard).toEqual([3])
    expect(faults).toHaveLength(2)
  })
})
