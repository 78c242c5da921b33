import { describe, expect, it } from 'vitest'
import type { CodeStage } from '../support/code-stage'
import { insert, insertSuite, isInView, SVG } from '../support/insert-case'
import { insertionOf, pictureOf } from '../support/picture'

const { open } = insertSuite()

const show = (stage: CodeStage, nodeIds: string[]) => stage.panel.request('canvas.show', { nodeIds })
const undo = (stage: CodeStage) => stage.panel.request('canvas.undo', {})

describe('showing layers on the canvas', () => {
  it('selects them and brings them into view, and returns which still exist', async () => {
    let [far, farther, gone] = ['', '', '']
    const { stage } = await open((b) => {
      far = b.rectangle({ x: 9000, y: 9000 })
      farther = b.rectangle({ x: 12_000, y: 9000 })
      gone = b.rectangle({})
      b.document.remove(gone)
      return undefined
    })
    const before = stage.editor.contents()
    expect(await show(stage, [far, gone, farther, 'no id'])).toEqual({
      ok: true,
      value: { existing: [far, farther] },
    })
    expect(stage.editor.snapshot().selection).toEqual([far, farther])
    expect([far, farther].map((id) => isInView(stage, id))).toEqual([true, true])
    expect(stage.editor.contents()).toEqual(before)
  })

  it('switches to their page', async () => {
    let there = ''
    const { stage } = await open((b) => {
      there = b.rectangle({ in: b.page('Other'), x: 7000 })
      return b.rectangle({})
    })
    const [here = ''] = stage.editor.snapshot().selection
    expect(await show(stage, [there, here])).toMatchObject({ value: { existing: [there, here] } })
    expect(stage.editor.snapshot()).toMatchObject({ name: 'Other', selection: [there] })
    expect(isInView(stage, there)).toBe(true)
  })

  it('does not change the view and the selection if none of them exists anymore', async () => {
    const { stage, selected } = await open((b) => b.rectangle({}))
    const { viewport } = stage.editor.snapshot()
    expect(await show(stage, ['9:9'])).toEqual({ ok: true, value: { existing: [] } })
    expect(stage.editor.snapshot()).toMatchObject({ viewport, selection: [selected] })
  })

  it('opens their slide', async () => {
    const { stage } = await open(() => undefined, 'slides')
    const slide = stage.editor.contents().nodes.find(({ type }) => type === 'SLIDE')?.id ?? ''
    stage.editor.select([slide])
    const { nodeId } = await insert(stage, pictureOf(SVG))
    expect(await show(stage, [nodeId])).toMatchObject({ value: { existing: [nodeId] } })
    expect(stage.editor.snapshot().selection).toEqual([nodeId])
  })
})

describe('undo from the panel', () => {
  it('reverts the last insert in one step', async () => {
    const { stage } = await open((b) => b.rectangle({}))
    const before = stage.editor.contents()
    await insert(stage, pictureOf(SVG))
    const once = stage.editor.contents()
    await insert(stage, pictureOf(SVG))
    expect(await undo(stage)).toEqual({ ok: true, value: { done: true } })
    expect(stage.editor.contents()).toEqual(once)
    await undo(stage)
    expect(stage.editor.contents()).toEqual(before)
  })

  it('of a running insert removes all of it, but no earlier step', async () => {
    const { stage } = await open((b) => b.rectangle({}))
    await insert(stage, pictureOf(SVG))
    const before = stage.editor.contents()
    const told = new Promise<void>((resolve) => {
      stage.panel.on('picture.progress', () => resolve())
    })
    const inserting = stage.panel.request(
      'picture.insert',
      insertionOf(pictureOf('', { parts: Array(6).fill(SVG) })),
    )
    await told
    expect(await undo(stage)).toEqual({ ok: true, value: { done: true } })
    expect(await inserting).toMatchObject({ ok: false, error: { code: 'stopped' } })
    expect(stage.editor.contents()).toEqual(before)
  })
})
