import { describe, expect, it } from 'vitest'
import { expectBox, insert, insertSuite, nodeOf, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'

const { open } = insertSuite()

it.each(['figma', 'figjam', 'slides', 'buzz'] as const)(
  'in %s, a picture is inserted with its recipe and its buttons, as one step, and can be replaced by other kinds of layers',
  async (editor) => {
    const { stage, toasts } = await open(() => undefined, editor)
    const before = stage.editor.contents()
    const { nodeId } = await insert(stage, pictureOf(SVG))
    const { pluginData, relaunchData } = nodeOf(stage, nodeId)
    expect(Object.values(pluginData).join()).toContain('a fox')
    expect(Object.keys(relaunchData)).toEqual(expect.arrayContaining(['edit', 'variation']))
    expect(stage.editor.relaunchOffers()).not.toEqual([])
    stage.editor.undo()
    expect(stage.editor.contents()).toEqual(before)
    stage.editor.redo()
    const vector = await insert(stage, pictureOf(SVG, { as: 'vector' }), { replace: nodeId })
    expect(nodeOf(stage, vector.nodeId)).toMatchObject({ type: 'VECTOR' })
    expect(stage.editor.contents().nodes.some(({ id }) => id === nodeId)).toBe(false)
    const reply = await stage.panel.request('selection.read', {})
    expect(reply).toMatchObject({ ok: true, value: { editor } })
    const component = await insert(stage, pictureOf(SVG, { as: 'component' }))
    const isDesign = editor === 'figma'
    expect(nodeOf(stage, component.nodeId).type).toBe(isDesign ? 'COMPONENT' : 'FRAME')
    expect(component.note).toBe(isDesign ? null : 'no-component')
    expect(toasts).toHaveLength(isDesign ? 0 : 1)
  },
)

describe('in Figma Slides, a picture goes', () => {
  /** Returns the only slide of a new presentation. */
  const slideIn = (stage: Awaited<ReturnType<typeof open>>['stage']) =>
    stage.editor.contents().nodes.find(({ type }) => type === 'SLIDE')?.id ?? ''

  it('into a selected slide, fitted and centered', async () => {
    const { stage } = await open(() => undefined, 'slides')
    stage.editor.select([slideIn(stage)])
    const { nodeId } = await insert(stage, pictureOf(SVG))
    expect(nodeOf(stage, nodeId).parent).toBe(slideIn(stage))
    expect(nodeOf(stage, nodeId)).toMatchObject({ width: 1920, height: 960 })
  })

  it('to where it is dropped on a slide', async () => {
    const { stage } = await open(() => undefined, 'slides')
    const dropped = await stage.editor.drop({
      ...{ x: 500, y: 400, items: [{ type: 'image/svg+xml', data: SVG }] },
      dropMetadata: { inkwright: [{ job: null, picture: pictureOf(SVG) }] },
    })
    expect(dropped).toBe(true)
    await expect.poll(() => nodeOf(stage, slideIn(stage)).children).toHaveLength(1)
    const [id = ''] = nodeOf(stage, slideIn(stage)).children
    const { transform, width, height } = nodeOf(stage, id)
    const [x, y] = [transform[0][2], transform[1][2]]
    expectBox({ absoluteBoundingBox: { x, y, width, height } }, 300, 300, 400, 200)
  })
})
