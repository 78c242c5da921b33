import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, run } from './harness'

const ECHO = `
  figma.showUI('')
  figma.ui.onmessage = (message) => figma.ui.postMessage(message)
`

/** Any value that may be passed between panel and sandbox. */
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
  it('arrive unchanged and in order', async () => {
    const { editor, told } = await run(ECHO)
    await fc.assert(
      fc.asyncProperty(fc.array(plainValue, { maxLength: 5 }), async (messages) => {
        told.message.length = 0
        for (const message of messages) editor.receive(message)
        await editor.idle()
        // Dictionaries of fast-check have no prototype; those that arrive have the normal one.
        expect(told.message).toEqual(messages)
      }),
      { numRuns: 200 },
    )
    expect(told.fault).toEqual([])
    editor.dispose()
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
  ])('must not contain %s', async (expression, name) => {
    expect(await evaluate(`figma.ui.postMessage(${expression})`)).toEqual({
      threw: expect.stringContaining(name),
    })
  })

  it.each([
    ['a function', () => 1],
    ['a ArrayBuffer', new ArrayBuffer(1)],
    ['a Blob', new Blob(['x'])],
    ['a Float32Array', new Float32Array(1)],
  ])('from the panel that are refused are faults: %s', async (name, value) => {
    const { editor, told, faults } = await run(ECHO)
    editor.receive({ value })
    await editor.idle()
    expect(faults()).toEqual([expect.stringContaining(`not ${name} (at .value)`)])
    expect(told.message).toEqual([])
  })

  it('need a panel', async () => {
    await expect(run('figma.ui.postMessage(1)')).rejects.toThrow('in postMessage: No UI to send a message to')
  })
})
