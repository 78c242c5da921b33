import { describe, expect, it } from 'vitest'
import { expectBox, insert, insertSuite, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'
import { expectInItsPlace, replaceIn, row } from '../support/replacement'

const suite = insertSuite()
const { insertInto } = suite

/** The usual size of pictures from the service. */
const largeSize = { width: 2048, height: 1024 }
const large = SVG.replace(
  'width="400" height="200" viewBox="0 0 400 200"',
  'width="2048" height="1024" viewBox="0 0 400 200"',
)

describe('a picture replaces', () => {
  it('a plain frame, between others, with its constraints', async () => {
    const result = await replaceIn(suite, (b) => {
      const outer = b.frame({ x: 100, y: 100, width: 900, height: 900 })
      b.rectangle({ in: outer })
      const old = b.frame({
        ...{ in: outer, name: 'hero', x: 50, y: 60, width: 200, height: 100 },
        constraints: { horizontal: 'STRETCH', vertical: 'CENTER' },
      })
      b.rectangle({ in: outer })
      return old
    })
    expect(result.node.constraints).toEqual({ horizontal: 'STRETCH', vertical: 'CENTER' })
    expect(result.toasts).toEqual([])
    expectInItsPlace(result)
  })

  it('a layer with another aspect ratio: fitted into its box and centered, with everything in it', async () => {
    const result = await replaceIn(suite, (b) =>
      b.rectangle({ name: 'square', x: 10, y: 20, width: 300, height: 300 }),
    )
    const { frame } = result
    // 400 by 200 in 300 by 300: scaled by three quarters, 75 px down.
    expectBox(frame.children[0] ?? frame, 10, 20 + 75, 300, 150)
    expectBox(frame.children[1] ?? frame, 10 + 7.5, 20 + 75 + 7.5, 60, 60)
    expectInItsPlace(result)
  })

  it('a layer of 8 by 8 pixels, and one at fractional pixels, which keeps its box', async () => {
    const small = await replaceIn(suite, (b) => b.ellipse({ x: 10, y: 20, width: 8, height: 8 }), {
      parts: [large],
      ...largeSize,
    })
    expectBox(small.frame.children[0] ?? small.frame, 10, 22, 8, 4)
    expectInItsPlace(small)
    const between = await replaceIn(suite, (b) =>
      b.rectangle({ x: 10.25, y: 20.5, width: 300.5, height: 300.5 }),
    )
    expectBox(between.frame.children[0] ?? between.frame, 10.25, 20.5 + 75, 300, 150)
    expectInItsPlace(between)
  })

  it('a masked layer, and is masked like it', async () => {
    const result = await replaceIn(suite, (b) => {
      const mask = b.ellipse({ isMask: true, width: 60, height: 60 })
      const photo = b.rectangle({ width: 300, height: 300 })
      b.group([mask, photo], { name: 'crop' })
      return photo
    })
    expect(result.toasts).toEqual([])
    expectInItsPlace(result)
  })

  it('an auto layout item that fills both axes, and its siblings do not change', async () => {
    const result = await replaceIn(suite, (b) => {
      const list = b.frame({ width: 1000, height: 300, layout: row })
      const full = { layoutGrow: 1, layoutAlign: 'STRETCH' } as const
      const card = b.frame({ in: list, name: 'card', layout: { ...full, minWidth: 50 } })
      const image = b.frame({ in: list, name: 'image', layout: full })
      for (const holder of [card, image]) {
        const constraints = { horizontal: 'SCALE', vertical: 'SCALE' } as const
        b.rectangle({ in: holder, x: 10, y: 10, width: 50, height: 50, constraints })
      }
      return image
    })
    expect(result.node.layout).toMatchObject({ layoutGrow: 1, layoutAlign: 'STRETCH' })
    expectBox(result.frame, 505, 0, 495, 300)
    expectInItsPlace(result)
  })

  it('the widest item of a frame that hugs it, and a sibling that fills the width does not change', async () => {
    const sizing = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const
    const result = await replaceIn(suite, (b) => {
      const column = b.frame({ layout: { ...row, ...sizing, layoutMode: 'VERTICAL' } })
      const list = b.frame({ in: column, layout: { ...row, ...sizing } })
      const old = b.rectangle({ in: list, width: 400, height: 200 })
      b.rectangle({ in: list, width: 1, height: 200 })
      const wide = b.frame({ in: column, height: 80, layout: { layoutAlign: 'STRETCH' } })
      const constraints = { horizontal: 'SCALE', vertical: 'SCALE' } as const
      b.rectangle({ in: wide, x: 10, y: 10, width: 2, height: 2, constraints })
      return old
    })
    expectInItsPlace(result)
  })

  it('an absolutely positioned auto layout item', async () => {
    const result = await replaceIn(suite, (b) => {
      const list = b.frame({ x: 100, width: 1000, height: 300, layout: row })
      b.rectangle({ in: list })
      return b.rectangle({
        ...{ in: list, x: 333, y: 44, width: 120, height: 60, layout: { layoutPositioning: 'ABSOLUTE' } },
        constraints: { horizontal: 'MAX', vertical: 'MAX' },
      })
    })
    expect(result.node).toMatchObject({
      layout: { layoutPositioning: 'ABSOLUTE' },
      constraints: { horizontal: 'MAX', vertical: 'MAX' },
    })
    expectBox(result.frame, 433, 44, 120, 60)
    expectInItsPlace(result)
  })

  it('one of our own pictures, with the same and another aspect ratio', async () => {
    for (const size of [
      { width: 400, height: 200 },
      { width: 200, height: 200 },
    ]) {
      const { stage, frame } = await insertInto(() => undefined)
      const svg = SVG.replace('width="400"', `width="${size.width}"`).replace('0 0 400', `0 0 ${size.width}`)
      const next = await insert(stage, pictureOf(svg, { ...size, name: 'an owl' }), { replace: frame.id })
      const { layers } = stage.editor.snapshot()
      expect(layers).toMatchObject([{ id: next.nodeId, name: 'a fox' }])
      expectBox(layers[0] ?? frame, -200, -100, 400, 200)
      stage.editor.undo()
      expect(stage.editor.snapshot().layers).toMatchObject([{ id: frame.id }])
    }
  })

  it.each(['component', 'vector'] as const)('a rotated layer as a %s', async (as) => {
    const result = await replaceIn(
      suite,
      (b) => {
        const outer = b.frame({ x: 700, y: 300, width: 600, height: 600, rotation: 30 })
        return b.rectangle({ in: outer, x: 200, y: 300, width: 160, height: 80, rotation: -20 })
      },
      { as },
    )
    expect(result.frame.type).toBe(as.toUpperCase())
    expectInItsPlace(result)
  })
})
