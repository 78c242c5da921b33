import { describe, expect, it } from 'vitest'
import { run, type Stage } from './harness'

const names = ({ editor }: Stage) => editor.snapshot().layers.map(({ name }) => name)

/** A plugin that creates a frame with each name that it receives, and commits the step for uppercase names. */
const MAKER = `
  figma.showUI('')
  figma.ui.onmessage = (name) => {
    const frame = figma.createFrame()
    frame.name = name
    figma.currentPage.selection = [frame]
    figma.viewport.scrollAndZoomIntoView([frame])
    if (name === name.toUpperCase()) figma.commitUndo()
  }
`

async function make(stage: Stage, ...frames: string[]): Promise<void> {
  for (const name of frames) stage.editor.receive(name)
  await stage.editor.idle()
}

describe('undo by the user', () => {
  it('reverts one committed step at a time', async () => {
    const stage = await run(MAKER)
    await make(stage, 'A', 'b', 'C')
    expect(names(stage)).toEqual(['A', 'b', 'C'])
    expect(stage.editor.undo()).toBe(true)
    expect(names(stage)).toEqual(['A'])
    expect(stage.editor.undo()).toBe(true)
    expect(names(stage)).toEqual([])
    expect(stage.editor.undo()).toBe(false)
    expect(stage.editor.redo()).toBe(true)
    expect(stage.editor.redo()).toBe(true)
    expect(stage.editor.redo()).toBe(false)
    expect(names(stage)).toEqual(['A', 'b', 'C'])
  })

  it('reverts the whole run as one step if the plugin never commits', async () => {
    const stage = await run(MAKER)
    await make(stage, 'a', 'b')
    stage.editor.stop()
    await stage.editor.start()
    await stage.editor.idle()
    await make(stage, 'c')
    stage.editor.undo()
    expect(names(stage)).toEqual(['a', 'b'])
    stage.editor.undo()
    expect(names(stage)).toEqual([])
  })

  it('does not change selection and viewport', async () => {
    const stage = await run(MAKER)
    await make(stage, 'A')
    const [frame] = stage.editor.snapshot().layers
    stage.editor.select([])
    stage.editor.select([frame?.id ?? ''])
    stage.editor.setViewport({ zoom: 2 })
    stage.editor.undo()
    expect(names(stage)).toEqual([])
    expect(stage.editor.snapshot()).toMatchObject({ selection: [], canUndo: false, viewport: { zoom: 2 } })
  })
})

it('a plugin sees its nodes removed by an undo, and restored by a redo', async () => {
  const { editor, told } = await run(`
      figma.showUI('')
      const frame = figma.createFrame()
      figma.commitUndo()
      figma.ui.onmessage = () => figma.ui.postMessage([frame.removed, frame.removed || frame.width])
    `)
  for (const step of [() => editor.undo(), () => editor.redo()]) {
    step()
    editor.receive('look')
    await editor.idle()
  }
  expect(told.message).toEqual([
    [true, true],
    [false, 100],
  ])
})
