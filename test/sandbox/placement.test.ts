import { describe, expect, it } from 'vitest'
import { expectBox, insertSuite, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'

const GAP = 40

const { insertInto } = insertSuite()

describe('a picture goes', () => {
  it('into the middle of the view when nothing is selected', async () => {
    const { frame, parent } = await insertInto(() => undefined)
    expect(parent).toBeNull()
    expectBox(frame, -200, -100, 400, 200)
  })

  it('aside from what is in the middle of the view', async () => {
    const { frame } = await insertInto((b) => {
      b.rectangle({ x: -100, y: -100, width: 200, height: 200 })
      return undefined
    })
    expectBox(frame, -200, 100 + GAP, 400, 200)
  })

  it('into a selected frame, fitted and centered', async () => {
    const { frame, parent } = await insertInto((b) =>
      b.frame({ name: 'card', x: 1000, y: 500, width: 200, height: 300 }),
    )
    expect(parent?.name).toBe('card')
    expectBox(frame, 1000, 600, 200, 100)
  })

  it('into a selected frame deep in others, one of them rotated', async () => {
    const { frame, parent } = await insertInto((b) => {
      const outer = b.frame({ x: 1000, y: 1000, width: 800, height: 800, rotation: -90 })
      const inner = b.frame({ in: outer, x: 100, y: 50, width: 600, height: 600 })
      return b.frame({ in: inner, name: 'card', x: 10, y: 20, width: 400, height: 400 })
    })
    expect(parent?.name).toBe('card')
    // Turned by a quarter clockwise about (1000, 1000), (x, y) of the outer frame is (1000 - y, 1000 + x) of the page.
    expectBox(frame, 1000 - 50 - 20 - 300, 1000 + 100 + 10, 200, 400)
  })

  it('into a selected component', async () => {
    const { parent } = await insertInto((b) => b.component({ name: 'logo', x: 900, width: 400, height: 400 }))
    expect(parent?.name).toBe('logo')
  })

  it('into a selected section, as large as it is, aside from what is there', async () => {
    const { frame, parent } = await insertInto((b) => {
      const section = b.section({ name: 'board', x: 2000, width: 2000, height: 1000 })
      b.rectangle({ in: section, x: 900, y: 400, width: 200, height: 200 })
      return section
    })
    expect(parent?.name).toBe('board')
    expectBox(frame, 2800, 600 + GAP, 400, 200)
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

  it('beside a selected layer, in its parent, right in front of it', async () => {
    const { frame, parent } = await insertInto((b) => {
      const outer = b.frame({ name: 'page', x: 100, y: 100, width: 2000, height: 1000 })
      const selected = b.rectangle({ in: outer, x: 50, y: 60 })
      b.ellipse({ in: outer, x: 50, y: 400 })
      return selected
    })
    expect(parent?.name).toBe('page')
    expect(parent?.children[1]?.id).toBe(frame.id)
    expectBox(frame, 100 + 150 + GAP, 160, 400, 200)
  })

  it('beside a rotated layer, clear of its corners', async () => {
    const { frame, stage } = await insertInto((b) => b.rectangle({ x: 0, y: 0, rotation: 45 }))
    const [rectangle] = stage.editor.snapshot().layers
    const box = rectangle?.absoluteBoundingBox
    expect(frame.absoluteBoundingBox?.x).toBeGreaterThanOrEqual((box?.x ?? 0) + (box?.width ?? 0))
  })

  it('beside a selected layer of a group, in the group', async () => {
    const { frame, parent } = await insertInto((b) => {
      const selected = b.rectangle({ x: 500, y: 500 })
      b.group([selected, b.rectangle({ x: 500, y: 900 })], { name: 'pair' })
      return selected
    })
    expect(parent?.name).toBe('pair')
    expectBox(frame, 600 + GAP, 500, 400, 200)
  })

  it('after a selected item of auto layout', async () => {
    const { frame, parent } = await insertInto((b) => {
      const list = b.frame({
        width: 1000,
        height: 400,
        layout: {
          layoutMode: 'HORIZONTAL',
          itemSpacing: 8,
          primaryAxisSizingMode: 'FIXED',
          counterAxisSizingMode: 'FIXED',
        },
      })
      const first = b.rectangle({ in: list, width: 50, height: 50 })
      b.rectangle({ in: list, width: 50, height: 50 })
      return first
    })
    expect(parent?.children.map(({ id }) => id).indexOf(frame.id)).toBe(1)
    expectBox(frame, 58, 0, 400, 200)
  })

  it.each([
    ['is locked', { locked: true, width: 1000, height: 1000 }, 'locked'],
    ['is too small', { locked: false, width: 420, height: 210 }, 'no room'],
  ])('beside a frame that %s, and says so', async (_name, fields, reason) => {
    const { frame, parent, toasts } = await insertInto((b) => {
      const outer = b.frame({ x: 100, y: 300, ...fields })
      return b.rectangle({ in: outer, x: 10, y: 10 })
    })
    expect(parent).toBeNull()
    expect(frame.absoluteBoundingBox?.x).toBe(100 + fields.width + GAP)
    expect(toasts).toHaveLength(1)
    expect(toasts[0]).toContain(reason)
  })

  it('beside an instance, whether it or something in it is selected, and says so', async () => {
    for (const isDeep of [false, true]) {
      const { parent, toasts, stage } = await insertInto((b) => {
        const component = b.component({ x: -2000, width: 300, height: 300 })
        b.rectangle({ in: component })
        const instance = b.instance(component, { x: 1000, y: 1000 })
        return isDeep ? b.document.need(instance).children[0] : instance
      })
      expect(parent).toBeNull()
      expect(toasts[0]).toContain('Instances')
      const instance = stage.editor.snapshot().layers.find(({ type }) => type === 'INSTANCE')
      expect(instance?.children).toHaveLength(1)
    }
  })

  it('beside the picture before it, so that several are a row', async () => {
    const { stage } = await insertInto(() => undefined)
    for (let i = 0; i < 3; i += 1) await stage.panel.request('picture.insert', pictureOf(SVG))
    const boxes = stage.editor.snapshot().layers.map(({ absoluteBoundingBox }) => absoluteBoundingBox)
    expect(boxes.map((box) => box?.y)).toEqual([-100, -100, -100, -100])
    expect(boxes.map((box) => box?.x)).toEqual([-200, 240, 680, 1120])
  })

  it('onto the page where it is dropped, and into a frame it is dropped on', async () => {
    const { stage } = await insertInto((b) => {
      b.frame({ name: 'card', x: 2000, y: 0, width: 1000, height: 1000 })
      return undefined
    })
    const drop = (x: number, y: number) =>
      stage.editor.drop({
        x,
        y,
        items: [{ type: 'image/svg+xml', data: SVG }],
        dropMetadata: { inkwright: pictureOf(SVG, { name: 'dropped' }) },
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

  it('without moving the view, unless it would be out of sight', async () => {
    const { stage } = await insertInto(() => undefined)
    expect(stage.editor.snapshot().viewport).toMatchObject({ center: { x: 0, y: 0 }, zoom: 1 })
    const partly = await insertInto((b) => b.rectangle({ x: 100, y: 0 }))
    expect(partly.stage.editor.snapshot().viewport).toMatchObject({ center: { x: 0, y: 0 }, zoom: 1 })
    const away = await insertInto((b) => b.rectangle({ x: 9000, y: 9000 }))
    expect(away.stage.editor.snapshot().viewport).toMatchObject({ center: { x: 9340, y: 9100 }, zoom: 1 })
  })
})
