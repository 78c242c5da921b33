import { describe, expect, it } from 'vitest'
import { evaluate, run } from './harness'

describe('the window of the plugin', () => {
  it('follows showUI and figma.ui', async () => {
    const { told } = await run(`
      figma.showUI(__html__, { title: 'Test', themeColors: true, position: { x: 1, y: 2 } })
      figma.ui.resize(400, 500)
      figma.ui.resize(10, 0)
      figma.ui.hide()
      figma.ui.show()
      figma.ui.reposition(3, 4)
      figma.ui.close()
    `)
    expect(told.window.map((window) => window && [window.width, window.height, window.visible])).toEqual([
      [300, 200, true],
      [400, 500, true],
      [70, 0, true],
      [70, 0, false],
      [70, 0, true],
      [70, 0, true],
      null,
    ])
    expect(told.window[0]).toMatchObject({
      html: '<p>panel</p>',
      options: { title: 'Test', themeColors: true },
    })
    expect(told.window[5]?.options.position).toEqual({ x: 3, y: 4 })
  })

  it.each([
    ["figma.showUI('', { widht: 1 })", "Unrecognized key(s) in object: 'widht'"],
    ["figma.showUI('', { width: '1' })", 'Property "options.width" failed validation'],
    ['figma.showUI()', 'Property "html" failed validation'],
    ['figma.ui.close(); figma.ui.show()', 'in show: No UI to show'],
    ['figma.ui.resize(NaN, 1)', 'Property "width" failed validation'],
    ["figma.ui.on('click', () => {})", 'Property "type" failed validation'],
    ["figma.ui.on('message')", 'Property "callback" failed validation: Expected function'],
    ['figma.ui.onmessage = 1', 'Property "onmessage" failed validation: Expected function'],
  ])('%s throws', async (code, message) => {
    const { faults } = await run(`figma.showUI(''); (async () => { ${code} })()`)
    expect(faults()).toEqual([expect.stringContaining(message)])
  })
})

describe('toasts', () => {
  it('are reported completely, and disappear when they are canceled', async () => {
    const { editor, told } = await run(`
      figma.notify('plain')
      figma.notify('long', { timeout: Infinity, error: true }).cancel()
    `)
    expect(told.toast).toEqual([
      { id: 1, text: 'plain', error: false, timeout: 3000, button: null },
      { id: 2, text: 'long', error: true, timeout: Number.POSITIVE_INFINITY, button: null },
    ])
    expect(told['toast-gone']).toEqual([{ id: 2 }])
    editor.dispose()
  })

  it('have at most 100 characters', async () => {
    expect(await evaluate("figma.notify('x'.repeat(100))")).toBeUndefined()
    expect(await evaluate("figma.notify('x'.repeat(101))")).toEqual({
      threw: expect.stringContaining('at most 100'),
    })
  })
})

describe('the view', () => {
  it('follows the plugin and the user', async () => {
    const { editor, told } = await run(
      `
        figma.showUI('')
        const frame = figma.createFrame(); frame.x = 1000; frame.resize(400, 100)
        figma.viewport.scrollAndZoomIntoView([frame])
        figma.ui.postMessage([figma.viewport.center, figma.viewport.zoom, figma.viewport.bounds])
        figma.viewport.center = { x: 5, y: 6 }
        figma.viewport.zoom = 2
        figma.ui.onmessage = () => figma.ui.postMessage([figma.viewport.center, figma.viewport.zoom])
      `,
      { viewport: { width: 1000, height: 500 } },
    )
    expect(told.message).toEqual([[{ x: 1200, y: 50 }, 2, { x: 950, y: -75, width: 500, height: 250 }]])
    expect(editor.snapshot().viewport).toEqual({ center: { x: 5, y: 6 }, zoom: 2, width: 1000, height: 500 })
    editor.setViewport({ center: { x: 0, y: 0 }, zoom: 0.5 })
    editor.receive(1)
    await editor.idle()
    expect(told.message[1]).toEqual([{ x: 0, y: 0 }, 0.5])
  })

  it.each(['figma.viewport.zoom = 0', 'figma.viewport.center = { x: 1 }', 'figma.viewport.bounds = null'])(
    '%s throws',
    async (code) => {
      expect(await evaluate(code)).toHaveProperty('threw')
    },
  )
})
