import { describe, expect, it } from 'vitest'
import { prepare, run } from './harness'

describe('a run', () => {
  it('starts with the event `run`, after the code', async () => {
    const { told } = await run(`
      figma.showUI('')
      figma.on('run', (event) => figma.ui.postMessage(['run', event, 'parameters' in event]))
      figma.ui.postMessage(['code', figma.command, figma.editorType, figma.mode, figma.apiVersion, figma.pluginId])
    `)
    expect(told.message).toEqual([
      ['code', '', 'figma', 'default', '1.0.0', '1234'],
      ['run', { command: '', parameters: undefined }, true],
    ])
  })

  it('does not start if its code throws', async () => {
    const { editor, told } = await prepare("figma.showUI(''); throw new RangeError('broken')")
    await expect(editor.start()).rejects.toThrow('RangeError: broken')
    await editor.idle()
    expect(told.window[told.window.length - 1]).toBeNull()
    expect(told.closed).toEqual([{ message: null }])
  })

  it('ends with closePlugin, after the current turn', async () => {
    const { editor, told, clock } = await run(`
      figma.showUI('')
      figma.on('close', () => console.log('closing'))
      setInterval(() => console.log('tick'), 10)
      Promise.resolve().then(() => console.log('promised'))
      figma.closePlugin('Done')
      console.log('still here')
    `)
    clock.advance(1000)
    await editor.idle()
    expect(told.console.map(({ text }) => text)).toEqual(['still here', 'promised', 'closing'])
    expect(told.closed).toEqual([{ message: 'Done' }])
    expect(told.window.map((window) => window?.visible ?? null)).toEqual([true, null])
    expect(clock.waiting).toBe(0)
  })

  it('can be stopped and started again, each time in a new sandbox for the same document', async () => {
    const { editor, told } = await prepare(
      "figma.showUI(''); globalThis.count = (globalThis.count || 0) + 1; figma.createFrame(); figma.ui.postMessage([count, figma.currentPage.children.length])",
    )
    for (let times = 0; times < 3; times++) {
      await editor.start()
      await editor.idle()
      editor.stop()
    }
    await editor.idle()
    expect(told.message).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ])
    expect(told.closed.length).toBe(3)
  })

  it('is refused while another one is active', async () => {
    const { editor } = await run('')
    await expect(editor.start()).rejects.toThrow('running already')
  })

  it('refuses a manifest that is not allowed for new plugins', async () => {
    await expect(
      prepare('', {
        manifest: { name: 'Old', id: '1', api: '1.0.0', main: 'code.js', editorType: ['figma'] },
      }),
    ).rejects.toThrow('dynamic-page')
  })
})

it('timers fire in order of their time, once or repeatedly', async () => {
  const { editor, clock, told } = await run(`
      setTimeout(() => console.log('20'), 20)
      setTimeout(() => console.log('10'), 10)
      const gone = setTimeout(() => console.log('never'), 15)
      clearTimeout(gone)
      let left = 3
      const every = setInterval(() => { console.log('each'); if (--left === 0) clearInterval(every) }, 8)
      clearTimeout(undefined)
    `)
  clock.advance(100)
  await editor.idle()
  expect(told.console.map(({ text }) => text)).toEqual(['each', '10', 'each', '20', 'each'])
  expect(clock.waiting).toBe(0)
})

describe('errors in a plugin are reported', () => {
  it.each([
    ['in a timer', "setTimeout(() => { throw new TypeError('oops') }, 1)", 'TypeError: oops'],
    ['in a message handler', "figma.ui.onmessage = () => { throw new Error('oops') }", 'oops'],
    [
      'in an async message handler',
      "figma.ui.onmessage = async () => { throw new Error('oops') }",
      'Unhandled rejection: oops',
    ],
    [
      'in an event handler',
      "figma.on('selectionchange', () => { throw 'a text' }); figma.currentPage.selection = [figma.createFrame()]",
      'a text',
    ],
    ['in a promise', "Promise.reject(new Error('oops'))", 'Unhandled rejection: oops'],
    ['in a promise, without an error', 'Promise.reject(42)', 'Unhandled rejection: 42'],
    [
      'in a call that nobody awaits',
      "figma.clientStorage.setAsync('k', () => 1)",
      'Unhandled rejection: in setAsync:',
    ],
    ['in a handler of run', "figma.on('run', () => figma.foo)", "no such property 'foo' on figma"],
  ])('%s', async (_, code, message) => {
    const { editor, clock, faults } = await run(`figma.showUI(''); ${code}`)
    editor.receive(1)
    clock.advance(5)
    await editor.idle()
    expect(faults()).toEqual([expect.stringContaining(message)])
    editor.dispose()
  })

  it('an endless turn is interrupted without ending the run', async () => {
    const { editor, told, faults, clock } = await run(
      "figma.showUI(''); setTimeout(() => { try { for (;;) {} } catch {} }, 1); figma.ui.onmessage = () => figma.ui.postMessage('alive')",
      { turnLimit: 50 },
    )
    clock.advance(1)
    editor.receive(1)
    await editor.idle()
    expect(faults()).toEqual([expect.stringContaining('interrupted')])
    expect(told.message).toEqual(['alive'])
  })

  it('a crash of the engine ends the run', async () => {
    const { editor, faults, clock, told } = await run(
      'setTimeout(() => { let deep = []; for (let i = 0; i < 1e5; i++) deep = [deep]; JSON.stringify(deep) }, 1)',
    )
    clock.advance(1)
    await editor.idle()
    expect(faults()).toEqual([expect.stringContaining('crashed')])
    editor.stop()
    await editor.idle()
    expect(told.closed.length).toBe(1)
    await editor.start()
    editor.stop()
  })
})
