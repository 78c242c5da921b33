import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { DocumentBuilder } from '../../host/document/builder'
import type { LayerSnapshot } from '../../host/editor/contract'
import type { Picture } from '../../src/protocol/contract'
import { type CodeStage, openCode } from '../support/code-stage'
import { pictureOf } from '../support/picture'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200"><path id="Background" d="M0 0H400V200H0Z" fill="#ffffff"/><path id="Red" d="M10 10L90 10L90 90Z" fill="#ff0000"/></svg>'
const GAP = 40

const stages: CodeStage[] = []
afterEach(() => {
  for (const { faults } of stages) expect(faults).toEqual([])
  for (const stage of stages.splice(0)) stage.close()
})

interface Case {
  readonly stage: CodeStage
  readonly toasts: string[]
  /** The frame that was inserted, and the layer that it lies in; null for the page. */
  readonly frame: LayerSnapshot
  readonly parent: LayerSnapshot | null
}

/** Builds a document, selects what `build` returns, and inserts the picture. */
async function insertInto(
  build: (builder: DocumentBuilder) => string | undefined,
  more: Partial<Picture> = {},
): Promise<Case> {
  const stage = await openCode(undefined, {
    build(builder) {
      const selected = build(builder)
      if (selected) builder.select(selected)
    },
  })
  stages.push(stage)
  const toasts: string[] = []
  stage.editor.on('toast', ({ text }) => toasts.push(text))
  const reply = await stage.panel.request('picture.insert', pictureOf(SVG, more))
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return { stage, toasts, ...found(stage, reply.value.nodeId) }
}

function found(stage: CodeStage, id: string): Pick<Case, 'frame' | 'parent'> {
  const search = (
    layers: readonly LayerSnapshot[],
    parent: LayerSnapshot | null,
  ): Pick<Case, 'frame' | 'parent'> | null => {
    for (const layer of layers) {
      if (layer.id === id) return { frame: layer, parent }
      const inside = search(layer.children, layer)
      if (inside) return inside
    }
    return null
  }
  const result = search(stage.editor.snapshot().layers, null)
  if (!result) throw new Error('the picture is not on the page')
  return result
}

/** Absolute boxes to a hundredth of a px. */
function expectBox({ absoluteBoundingBox: box }: LayerSnapshot, x: number, y: number, w: number, h: number) {
  expect(box?.x).toBeCloseTo(x, 2)
  expect(box?.y).toBeCloseTo(y, 2)
  expect(box?.width).toBeCloseTo(w, 2)
  expect(box?.height).toBeCloseTo(h, 2)
}

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

  it('into a selected frame, fitted and centred', async () => {
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
    const away = await insertInto((b) => b.rectangle({ x: 9000, y: 9000 }))
    expect(away.stage.editor.snapshot().viewport).toMatchObject({ center: { x: 9340, y: 9100 }, zoom: 1 })
  })
})

describe('whatever the document', () => {
  const at = fc.integer({ min: -800, max: 800 })
  const side = fc.integer({ min: 20, max: 900 })
  const layer = fc.record({
    kind: fc.constantFrom('frame', 'section', 'component', 'rectangle', 'list', 'group'),
    x: at,
    y: at,
    width: side,
    height: side,
    rotation: fc.constantFrom(0, 0, 0, 30, 90),
    locked: fc.boolean(),
    parent: fc.nat(8),
  })

  /** A document of layers in each other, and the ids of all. */
  function grow(
    b: DocumentBuilder,
    layers: readonly (typeof layer extends fc.Arbitrary<infer T> ? T : never)[],
  ) {
    const holders: (string | undefined)[] = [undefined]
    const ids: string[] = []
    for (const { kind, parent, rotation, ...rest } of layers) {
      const within = holders[parent % holders.length]
      const nested = within && (kind === 'component' || kind === 'section')
      const fields = { ...rest, ...(!nested && within && { in: within }) }
      if (kind === 'rectangle') ids.push(b.rectangle({ ...fields, rotation }))
      else if (kind === 'group') ids.push(b.group([b.rectangle(fields)]))
      else if (kind === 'section') ids.push(b.section(fields))
      else if (kind === 'component') ids.push(b.component(fields))
      else {
        const layout = kind === 'list' ? { layout: { layoutMode: 'VERTICAL' as const } } : {}
        ids.push(b.frame({ ...fields, rotation, ...layout }))
      }
      if (kind !== 'rectangle' && kind !== 'group') holders.push(ids.at(-1))
    }
    return ids
  }

  it('nothing else changes, one undo brings everything back, and redo the picture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(layer, { maxLength: 8 }), fc.nat(8), async (layers, pick) => {
        const stage = await openCode(undefined, {
          build(b) {
            const selected = grow(b, layers)[pick]
            if (selected) b.select(selected)
          },
        })
        const before = stage.editor.contents()
        const reply = await stage.panel.request('picture.insert', pictureOf(SVG))
        expect(reply.ok).toBe(true)
        const after = stage.editor.contents()
        expect(stage.editor.undo()).toBe(true)
        expect(stage.editor.contents()).toEqual(before)
        expect(stage.editor.redo()).toBe(true)
        expect(stage.editor.contents()).toEqual(after)
        expect(stage.faults).toEqual([])
        stage.close()
      }),
      { numRuns: 60 },
    )
  })
})
