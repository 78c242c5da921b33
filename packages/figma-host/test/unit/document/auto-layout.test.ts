import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setSizing, sizingOf } from '../../../src/document/auto-layout/sizing'
import { DocumentBuilder } from '../../../src/document/builder'
import { DocumentModel } from '../../../src/document/document'
import { boxOf } from '../../../src/document/geometry/matrix'
import { placementOf } from '../../../src/document/layout'
import type { AutoLayoutData } from '../../../src/document/node-data'
import { renderPage } from '../../../src/document/render/render-page'

const length = fc.integer({ min: 1, max: 300 })
const child = fc.record({
  width: length,
  height: length,
  rotation: fc.constantFrom(0, 0, 30, 90),
  layout: fc.record({
    layoutGrow: fc.constantFrom<0 | 1>(0, 0, 1),
    layoutAlign: fc.constantFrom<'INHERIT' | 'STRETCH'>('INHERIT', 'INHERIT', 'STRETCH'),
    layoutPositioning: fc.constantFrom<'AUTO' | 'ABSOLUTE'>('AUTO', 'AUTO', 'AUTO', 'ABSOLUTE'),
  }),
  visible: fc.constantFrom(true, true, true, false),
})
const settings: fc.Arbitrary<Partial<AutoLayoutData>> = fc.record({
  layoutMode: fc.constantFrom('HORIZONTAL', 'VERTICAL'),
  primaryAxisSizingMode: fc.constantFrom('FIXED', 'AUTO'),
  counterAxisSizingMode: fc.constantFrom('FIXED', 'AUTO'),
  primaryAxisAlignItems: fc.constantFrom('MIN', 'CENTER', 'MAX'),
  counterAxisAlignItems: fc.constantFrom('MIN', 'CENTER', 'MAX'),
  itemSpacing: fc.integer({ min: 0, max: 40 }),
  paddingLeft: fc.integer({ min: 0, max: 40 }),
  paddingRight: fc.integer({ min: 0, max: 40 }),
  paddingTop: fc.integer({ min: 0, max: 40 }),
  paddingBottom: fc.integer({ min: 0, max: 40 }),
})

const laidOut = fc
  .record({
    settings,
    width: length,
    height: length,
    children: fc.array(child, { minLength: 1, maxLength: 6 }),
  })
  .map(({ settings, children, ...size }) => {
    const document = new DocumentModel()
    const builder = new DocumentBuilder(document)
    const frame = builder.frame({ ...size, layout: settings })
    for (const fields of children) builder.rectangle({ ...fields, x: 7, y: 7, in: frame })
    document.settle()
    const items = document
      .need(frame)
      .children.map((id) => document.need(id))
      .filter(({ visible, layout }) => visible && layout.layoutPositioning === 'AUTO')
    const boxes = items.map((node) => {
      const { transform, width, height } = placementOf(document, node)
      return boxOf(transform, { x: 0, y: 0, width, height })
    })
    return { document, frame: document.need(frame), items, boxes, builder }
  })

const NAMES = {
  HORIZONTAL: { at: 'x', size: 'width', before: 'paddingLeft', after: 'paddingRight', axis: 'horizontal' },
  VERTICAL: { at: 'y', size: 'height', before: 'paddingTop', after: 'paddingBottom', axis: 'vertical' },
} as const

describe('auto layout', () => {
  it('puts items one after the other, a gap apart', () => {
    fc.assert(
      fc.property(laidOut, ({ frame, boxes }) => {
        const { at, size } = NAMES[frame.layout.layoutMode as 'HORIZONTAL']
        boxes.slice(1).forEach((box, index) => {
          const before = boxes[index] ?? box
          expect(box[at] - before[at] - before[size]).toBeCloseTo(frame.layout.itemSpacing, 6)
        })
      }),
    )
  })

  it('is as long as its items, its gaps and its paddings where it fits them', () => {
    fc.assert(
      fc.property(laidOut, ({ document, frame, boxes }) => {
        const { at, size, before, after, axis } = NAMES[frame.layout.layoutMode as 'HORIZONTAL']
        fc.pre(boxes.length > 0 && sizingOf(document, frame, axis) === 'HUG')
        const last = boxes[boxes.length - 1]
        expect(boxes[0]?.[at]).toBeCloseTo(frame.layout[before], 6)
        expect((last?.[at] ?? 0) + (last?.[size] ?? 0)).toBeCloseTo(frame[size] - frame.layout[after], 6)
      }),
    )
  })

  it('is exactly filled by what fills it, unless there is no room', () => {
    fc.assert(
      fc.property(laidOut, ({ document, frame, boxes, items }) => {
        const { at, size, before, after, axis } = NAMES[frame.layout.layoutMode as 'HORIZONTAL']
        const grown = items.filter((item) => sizingOf(document, item, axis) === 'FILL')
        fc.pre(grown.length > 0 && sizingOf(document, frame, axis) === 'FIXED')
        // What is turned takes the room of the box around it, which is not its own length.
        fc.pre(
          grown.every(({ transform }) => transform[0][0] === 1) && grown.every((item) => item[size] > 0.02),
        )
        const last = boxes[boxes.length - 1]
        expect(boxes[0]?.[at]).toBeCloseTo(frame.layout[before], 4)
        expect((last?.[at] ?? 0) + (last?.[size] ?? 0)).toBeCloseTo(frame[size] - frame.layout[after], 4)
        for (const item of grown) expect(item[size]).toBeCloseTo(grown[0]?.[size] ?? 0, 6)
      }),
    )
  })

  it('has settled: doing it again changes nothing', () => {
    fc.assert(
      fc.property(laidOut, ({ document, frame }) => {
        const before = document.contents()
        document.update(frame.id, { layout: { ...frame.layout } })
        document.settle()
        const rounded = (value: unknown) =>
          JSON.parse(JSON.stringify(value), (_, item) =>
            typeof item === 'number' ? Math.round(item * 1e4) / 1e4 : item,
          )
        expect(rounded(document.contents())).toEqual(rounded(before))
      }),
    )
  })

  it('leaves hidden children and those with a place of their own alone', () => {
    fc.assert(
      fc.property(laidOut, ({ document, frame, items }) => {
        const free = frame.children
          .map((id) => document.need(id))
          .filter((node) => !items.some(({ id }) => id === node.id))
        for (const { transform, layout } of free) {
          if (layout.layoutPositioning === 'AUTO') expect([transform[0][2], transform[1][2]]).toEqual([7, 7])
        }
      }),
    )
  })
})

describe('frames in frames', () => {
  it('pass their length on, from the inside and from the outside', () => {
    const document = new DocumentModel()
    const builder = new DocumentBuilder(document)
    const list = builder.frame({ layout: { layoutMode: 'VERTICAL', itemSpacing: 10, paddingTop: 5 } })
    const row = builder.frame({ in: list, layout: { layoutMode: 'HORIZONTAL', itemSpacing: 2 } })
    builder.rectangle({ in: row, width: 30, height: 20 })
    const second = builder.rectangle({ in: row, width: 40, height: 50 })
    const line = builder.rectangle({ in: list, width: 1, height: 1, layout: { layoutAlign: 'STRETCH' } })
    document.settle()
    expect(document.need(row)).toMatchObject({ width: 72, height: 50 })
    expect(document.need(list)).toMatchObject({ width: 72, height: 66 })
    expect(document.need(line)).toMatchObject({
      width: 72,
      transform: [
        [1, 0, 0],
        [0, 1, 65],
      ],
    })
    document.remove(second)
    document.settle()
    expect(document.need(list)).toMatchObject({ width: 30, height: 36 })
    expect(document.need(line).width).toBe(30)
  })

  it('a text that fills a width breaks its lines, and its frame grows with it', () => {
    const document = new DocumentModel()
    const builder = new DocumentBuilder(document)
    const list = builder.frame({
      width: 100,
      layout: { layoutMode: 'VERTICAL', counterAxisSizingMode: 'FIXED' },
    })
    const text = builder.text('some words that are too long for a line', { in: list })
    document.settle()
    expect(document.need(list).height).toBeCloseTo(14.4)
    setSizing(document, text, 'horizontal', 'FILL')
    document.settle()
    expect(document.need(text).width).toBe(100)
    expect(document.need(list).height).toBeCloseTo(3 * 14.4)
    expect(renderPage(document).match(/<text /g)).toHaveLength(3)
  })

  it('a group is one item, as large as what it holds', () => {
    const document = new DocumentModel()
    const builder = new DocumentBuilder(document)
    const row = builder.frame({ layout: { layoutMode: 'HORIZONTAL', itemSpacing: 5 } })
    const a = builder.rectangle({ in: row, width: 10, height: 10 })
    const b = builder.rectangle({ in: row, x: 50, width: 10, height: 10 })
    const group = builder.group([a, b])
    const after = builder.rectangle({ in: row, width: 10, height: 10 })
    document.settle()
    expect(document.need(row).width).toBe(placementOf(document, document.need(group)).width + 15)
    document.update(b, { width: 100 })
    document.settle()
    expect(document.need(after).transform[0][2]).toBe(placementOf(document, document.need(group)).width + 5)
  })
})
