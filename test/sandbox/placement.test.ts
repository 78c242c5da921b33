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
    // Turned by a quarter clockwise about (1000, 1000), (x, y) of the outer frame is (1000 - y, 1000 + x) of the page.
    expectBox(frame, 1000 - 50 - 20 - 300, 1000 + 100 + 10, 200, 400)
  })

  it('into a selected frame with auto layout, as its next item', async () => {
    const { frame, parent } = await insertInto((b) => {
      const list = b.frame({
        name: 'list',
        x: 3000,
        width: 500,
        height: 900,
        layout: {
          layoutMode: 'VERTICAL',
          itemSpacing: 10,
          paddingLeft: 20,
          paddingTop: 20,
          paddingRight: 20,
          paddingBottom: 20,
          primaryAxisSizingMode: 'FIXED',
          counterAxisSizingMode: 'FIXED',
        },
      })
      b.rectangle({ in: list, width: 100, height: 50 })
      return list
    })
    expect(parent?.children.at(-1)?.id).toBe(frame.id)
    expectBox(frame, 3020, 20 + 50 + 10, 400, 200)
  })

  it('beside a rotated layer, clear of its corners', async () => {
    const { frame, stage } = await insertInto((b) => b.rectangle({ x: 0, y: 0, rotation: 45 }))
    const [rectangle] = stage.editor.snapshot().layers
    const box = rectangle?.absoluteBoundingBox
    expect(frame.absoluteBoundingBox?.x).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  })

  it('beside the picture before it, so that several form a row', async () => {
    const { stage } = await insertInto(() => undefined)
    for (let i = 0; i < 3; i += 1) await insert(stage, pictureOf(SVG))
    const boxes = stage.editor.snapshot().layers.map(({ absoluteBoundingBox }) => absoluteBoundingBox)
    expect(boxes.map((box) => box?.y)).toEqual([-100, -100, -100, -100])
    expect(boxes.map((box) => box?.x)).toEqual([-200, 240, 680, 1120])
  })

  it('to where it is dropped on the page, and into a frame it is dropped on', async () => {
    const { stage } = await insertInto((b) => {
      b.frame({ name: 'card', x: 2000, y: 0, width: 1000, height: 1000 })
      return undefined
    })
    const drop = (x: number, y: number) =>
      stage.editor.drop({
        x,
        y,
        items: [{ type: 'image/svg+xml', data: SVG }],
        dropMetadata: { inkwright: [{ job: null, picture: pictureOf(SVG, { name: 'dropped' }) }] },
      })
    expect(await drop(-3000, -3000)).toBe(true)
    expect(await drop(2500, 500)).toBe(true)
    await expect.poll(() => stage.editor.snapshot().layers.at(-1)?.name).toBe('dropped')
    const card = () => stage.editor.snapshot().layers.find(({ name }) => name === 'card')
    await expect.poll(() => card()?.children.length).toBe(1)
    const onPage = stage.editor.snapshot().layers.find(({ name }) => name === 'dropped')
    if (onPage) expectBox(onPage, -3200, -3100, 400, 200)
    const inCard = card()?.children[0]
    if (inCard) expectBox(inCard, 2300, 400, 400, 200)
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
