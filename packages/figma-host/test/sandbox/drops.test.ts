import { describe, expect, it } from 'vitest'
import type { Editor } from '../../src/editor'
import { run } from './harness'

/** A plugin that tells what was dropped, and takes texts only. */
const CATCHER = `
  figma.showUI('')
  figma.on('drop', (event) => {
    const { node, x, y, absoluteX, absoluteY, items, dropMetadata } = event
    figma.ui.postMessage([node.name, Math.round(x), Math.round(y), absoluteX, absoluteY, items, dropMetadata])
    Promise.all(event.files.map(async (file) => [file.name, file.type, await file.getTextAsync(), (await file.getBytesAsync()).length]))
      .then((files) => files.length > 0 && figma.ui.postMessage(files))
    return items.every(({ type }) => type !== 'text/plain')
  })
`
const items = [{ type: 'text/plain', data: 'hello' }]

/** A page with a section, a turned frame in it with a group and a locked frame, and an instance beside it. */
function scene(editor: Editor) {
  return editor.build((builder) => {
    const section = builder.section({ name: 'section', x: 100, y: 100, width: 500, height: 500 })
    const frame = builder.frame({
      name: 'frame',
      in: section,
      x: 100,
      y: 200,
      rotation: 90,
      width: 200,
      height: 100,
    })
    const inner = builder.frame({
      name: 'locked',
      in: frame,
      x: 10,
      y: 10,
      width: 50,
      height: 200,
      locked: true,
    })
    builder.group([builder.rectangle({ in: frame, x: 150, y: 0, width: 50, height: 50 })], { name: 'group' })
    const component = builder.component({ name: 'component', x: 1000 })
    builder.instance(component, { name: 'instance', x: 1200 })
    builder.frame({ name: 'hidden', x: 1200, visible: false })
    return { frame, inner }
  })
}

describe('a drop', () => {
  it.each([
    ['on the page', 0, 0, 'Page 1', 0, 0],
    ['in a section', 120, 130, 'section', 20, 30],
    // The frame is turned by 90° counterclockwise: its x axis runs upwards from (200, 300).
    ['in a turned frame', 205, 280, 'frame', 20, 5],
    ['in a locked frame', 215, 280, 'locked', 10, 5],
    ['on a group, which is no place of its own', 210, 140, 'frame', 160, 10],
    ['where a frame is cut off', 350, 280, 'section', 250, 180],
    ['on an instance, under a hidden frame', 1250, 50, 'instance', 50, 50],
  ])('%s tells what it fell on, and where', async (_, x, y, node, innerX, innerY) => {
    const { editor, told, faults } = await run(CATCHER)
    scene(editor)
    expect(await editor.drop({ x, y, items, dropMetadata: { id: 3 } })).toBe(true)
    expect(told.message).toEqual([[node, innerX, innerY, x, y, items, { id: 3 }]])
    expect(faults()).toEqual([])
  })

  it.each([
    ['returns true', '() => true'],
    ['returns nothing', '() => {}'],
    ['is asynchronous, as no one waits for it', 'async () => false'],
  ])('stays the editor’s business where the handler %s', async (_, handler) => {
    const { editor } = await run(`figma.showUI(''); figma.on('drop', ${handler})`)
    expect(await editor.drop({ x: 0, y: 0, items })).toBe(false)
  })
})
