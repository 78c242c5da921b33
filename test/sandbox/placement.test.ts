import { describe, expect, it } from 'vitest'
import { expectBox, insert, insertSuite, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'

const { insertInto } = insertSuite()

describe('a picture goes', () => {
  it('into a selected, deeply nested frame with a rotated ancestor', async () => {
    const { frame, parent } = await insertInto((b) => {
      const outer = b.frame({ x: 1000, y: 1000, width: 800, height: 800, rotation: -90 })
      const inner = b.frame({ in: outer, x: 100, y: 50, width: 600, height: 600 })
      return b.frame({ in: inner, name: 'card', x: 10, y: 20, width: 400, height: 400 })
    })
    expect(parent?.name).toBe('card')
    // Rotated by 90° clockwise about (1000, 1000): (x, y) of the outer frame is (1000 - y, 1000 + x) of the page.
    expectBox(frame, 1000 - 50 - 20 - 300, 1000 + 100 + 10, 200, 400)
  })

  it('beside a rotated layer, clear of its corners', async () => {
    const { frame, stage } = await insertInto((b) => b.rectangle({ x: 0, y: 0, rotation: 45 }))
    const [rectangle] = stage.editor.snapshot().layers
    const box = rectangle?.absoluteBoundingBox
    expect(frame.absoluteBoundingBox?.x).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  })

  it('beside the previous picture, so that several form a row', async () => {
    const { stage } = await insertInto(() => undefined)
    for (let i = 0; i < 3; i += 1) await insert(stage, pictureOf(SVG))
    const boxes = stage.editor.snapshot().layers.map(({ absoluteBoundingBox }) => absoluteBoundingBox)
    expect(boxes.map((box) => box?.y)).toEqual([-100, -100, -100, -100])
    expect(boxes.map((box) => box?.x)).toEqual([-200, 240, 680, 1120])
  })

  it('without scrolling the view, unless it would be out of view', async () => {
    const { stage } = await insertInto(() => undefined)
    expect(stage.editor.snapshot().viewport).toMatchObject({ center: { x: 0, y: 0 }, zoom: 1 })
    const partly = await insertInto((b) => b.rectangle({ x: 100, y: 0 }))
    expect(partly.stage.editor.snapshot().viewport).toMatchObject({ center: { x: 0, y: 0 }, zoom: 1 })
    const away = await insertInto((b) => b.rectangle({ x: 9000, y: 9000 }))
    expect(away.stage.editor.snapshot().viewport).toMatchObject({ center: { x: 9340, y: 9100 }, zoom: 1 })
  })
})
