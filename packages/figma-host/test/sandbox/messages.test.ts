import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, prepare, run } from './harness'

const ECHO = `
  figma.showUI('')
  figma.ui.onmessage = (message) => figma.ui.postMessage(message)
`

/** Whatever may cross between panel and sandbox. */
const plainValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, false),
    fc.double(),
    fc.string({ unit: 'grapheme' }),
    fc.date(),
    fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('$', 'id', 'then')), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value

describe('messages between panel and plugin', () => {
  it('arrive as they were sent, in order', async () => {
    const { editor, told } = await run(ECHO)
    await fc.assert(
      fc.asyncProperty(fc.array(plainValue, { maxLength: 5 }), async (messages) => {
        told.message.length = 0
        for (const message of messages) editor.receive(message)
        await editor.idle()
        // Dictionaries of fast-check have no prototype, those which arrive have the ordinary one.
        expect(told.message).toEqual(messages)
      }),
      { numRuns: 200 },
    )
    expect(told.fault).toEqual([])
    editor.dispose()
  })

  it('keep the numbers that JSON has no text for', async () => {
    const { editor, told } = await run(ECHO)
    const numbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0]
    editor.receive(numbers)
    await editor.idle()
    expect((told.message[0] as number[]).map((value, at) => Object.is(value, numbers[at]))).toEqual(
      Array(5).fill(true),
    )
  })

  it('are copies', async () => {
    const { editor, told } = await run(ECHO)
    const message = { list: [1], bytes: new Uint8Array([1]) }
    editor.receive(message)
    message.list.push(2)
    message.bytes[0] = 2
    await editor.idle()
    expect(told.message).toEqual([{ list: [1], bytes: new Uint8Array([1]) }])
    expect(await evaluate('const list = [1]; figma.ui.postMessage(list); list.push(2)')).toEqual([1])
  })

  it('come later, never at once', async () => {
    const { editor, told } = await run(`
      figma.showUI('')
      const order = []
      figma.ui.onmessage = (message) => {
        order.push(message)
        Promise.resolve().then(() => order.push(message + ' promised'))
        if (message === 'b') figma.ui.postMessage(order)
      }
    `)
    editor.receive('a')
    editor.receive('b')
    expect(told.message).toEqual([])
    await editor.idle()
    expect(told.message).toEqual([['a', 'a promised', 'b']])
  })

  it.each([
    ['() => 1', 'a function'],
    ['new Map()', 'a Map'],
    ['new Set()', 'a Set'],
    ['new ArrayBuffer(1)', 'a ArrayBuffer'],
    ['new Uint16Array(1)', 'a Uint16Array'],
    ['/a/', 'a RegExp'],
    ['new Error("x")', 'a Error'],
    ['Promise.resolve()', 'a Promise'],
    ['new (class Thing {})()', 'a Thing'],
    ['Symbol("s")', 'a symbol'],
    ['1n', 'a bigint'],
    ['figma.currentPage', 'a node'],
    ['figma.mixed', 'figma.mixed'],
    ['{ a: [figma.currentPage] }', 'a node (at .a[0])'],
    ['{ a: { b: new Map() } }', 'a Map'],
  ])('refuse %s by name', async (expression, name) => {
    expect(await evaluate(`figma.ui.postMessage(${expression})`)).toEqual({
      threw: expect.stringContaining(name),
    })
  })

  it('refuse a cyclic object', async () => {
    expect(await evaluate('const ring = {}; ring.ring = ring; figma.ui.postMessage(ring)')).toEqual({
      threw: expect.stringContaining('a cyclic object'),
    })
  })

  it.each([
    ['a function', () => 1],
    ['a ArrayBuffer', new ArrayBuffer(1)],
    ['a Blob', new Blob(['x'])],
    ['a Float32Array', new Float32Array(1)],
  ])('from the panel are refused as a fault: %s', async (name, value) => {
    const { editor, told, faults } = await run(ECHO)
    editor.receive({ value })
    await editor.idle()
    expect(faults()).toEqual([expect.stringContaining(`not ${name} (at .value)`)])
    expect(told.message).toEqual([])
  })

  it('carry their origin', async () => {
    const { editor, told } = await run(
      "figma.showUI(''); figma.ui.onmessage = (message, props) => figma.ui.postMessage(props)",
    )
    editor.receive(1)
    await editor.idle()
    expect(told.message).toEqual([{ origin: 'null' }])
  })

  it('go to every handler, until it is taken away', async () => {
    const { editor, told } = await run(`
      figma.showUI('')
      const send = (name) => (message) => figma.ui.postMessage(name + message)
      const on = send('on'), off = send('off')
      figma.ui.onmessage = send('assigned')
      figma.ui.on('message', on)
      figma.ui.on('message', off)
      figma.ui.once('message', send('once'))
      figma.ui.off('message', off)
      figma.ui.onmessage === figma.ui.onmessage || figma.ui.postMessage('another function')
    `)
    editor.receive(1)
    editor.receive(2)
    await editor.idle()
    expect(told.message).toEqual(['assigned1', 'on1', 'once1', 'assigned2', 'on2'])
    editor.stop()
    editor.receive(3)
    await editor.idle()
    expect(told.message.length).toBe(5)
  })

  it('need a panel', async () => {
    const { faults } = await run('figma.ui.postMessage(1)').catch((error: Error) => ({
      faults: () => [error.message],
    }))
    expect(faults()).toEqual([expect.stringContaining('in postMessage: No UI to send a message to')])
  })

  it('leave nothing behind in the sandbox', async () => {
    const { editor, told } = await prepare(`
      figma.showUI('')
      figma.ui.onmessage = (message) => {
        figma.currentPage.findAll((node) => node.name === 'x')
        figma.ui.postMessage(message)
      }
    `)
    await editor.start()
    const message = { text: 'x'.repeat(1000), bytes: new Uint8Array(1000) }
    const memoryAfter = async (count: number) => {
      for (let sent = 0; sent < count; sent++) editor.receive(message)
      await editor.idle()
      return editor.memoryInUse()
    }
    await memoryAfter(50)
    const before = await memoryAfter(50)
    expect((await memoryAfter(500)) - before).toBeLessThan(20_000)
    expect(told.message.length).toBe(600)
  })
})
