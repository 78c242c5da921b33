import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentBuilder } from '../../../src/document/builder'
import { cloneNode } from '../../../src/document/clone-node'
import { DocumentModel } from '../../../src/document/document'
import { absoluteTransform } from '../../../src/document/layout'
import { mergeShapes } from '../../../src/document/merge-shapes'
import { moveInPlace } from '../../../src/document/move-in-place'
import { resizeNode } from '../../../src/document/resize'

/** One step of a random session; `at`, `to` and `size` are whatever the step needs. */
const step = fc.record({
  kind: fc.constantFrom(
    ...([
      'frame',
      'row',
      'shape',
      'text',
      'group',
      'component',
      'instance',
      'wrap',
      'move',
      'remove',
    ] as const),
    ...(['clone', 'resize', 'flatten', 'variable', 'bind', 'mode', 'style', 'forget', 'commit'] as const),
  ),
  at: fc.nat(1000),
  to: fc.nat(1000),
  size: fc.integer({ min: 1, max: 300 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does a step, or leaves it where Figma would refuse it. */
function attempt(builder: DocumentBuilder, given: Step): void {
  try {
    perform(builder, given)
  } catch (error) {
    if ((error as Error).name !== 'ApiError') throw error
  }
  builder.document.settle()
}

function perform(builder: DocumentBuilder, { kind, at, to, size }: Step): unknown {
  const { document } = builder
  const nodes = document.descendants(document.currentPage)
  const pick = (index: number, ...types: string[]) => {
    const fitting = types.length > 0 ? nodes.filter(({ type }) => types.includes(type)) : nodes
    return fitting[index % Math.max(1, fitting.length)]?.id
  }
  const holder = pick(at, 'FRAME', 'GROUP', 'COMPONENT') ?? document.currentPage
  const node = pick(to)
  const fields = { in: holder, x: at % 200, y: to % 200, width: size, height: 1 + (at % 90) }
  const collections = document.assets('collection')
  const collection = collections[at % Math.max(1, collections.length)]
  const variable = document.assets('variable')[to % Math.max(1, document.assets('variable').length)]
  switch (kind) {
    case 'frame':
      return builder.frame({ ...fields, rotation: at % 3 ? 0 : to % 360 })
    case 'row':
      return builder.frame({
        ...fields,
        layout: { layoutMode: at % 2 ? 'HORIZONTAL' : 'VERTICAL', itemSpacing: to % 9, paddingLeft: at % 9 },
      })
    case 'shape':
      return at % 2 ? builder.rectangle(fields) : builder.vector(fields)
    case 'text':
      return builder.text('some words '.repeat(at % 4), { in: holder })
    case 'component':
      return builder.component({ x: at })
    case 'variable': {
      const owner = collection?.id ?? builder.collection('c', ['a', 'b'])
      return builder.variable(owner, `v${at}`, { values: { a: '#ff0000', b: '#00ff00' } })
    }
    case 'style':
      return builder.paintStyle(`s${at}`, '#0000ff')
    case 'forget':
      return variable && document.removeAsset(variable.id)
    case 'commit':
      return document.commitUndo()
    case 'instance': {
      const component = pick(at, 'COMPONENT')
      return component && builder.instance(component, { x: to, width: size })
    }
  }
  if (node === undefined) return
  switch (kind) {
    case 'group':
      return builder.group([node])
    case 'wrap':
      return builder.componentOf(node)
    case 'move':
      return moveInPlace(document, node, holder, to % 3)
    case 'remove':
      return document.remove(node)
    case 'clone':
      return nodes.length < 40 && cloneNode(document, node, document.currentPage)
    case 'resize':
      return resizeNode(document, node, size, 1 + (at % 200))
    case 'flatten': {
      const shape = pick(at, 'VECTOR', 'RECTANGLE', 'ELLIPSE')
      return shape && mergeShapes(document, [shape], document.currentPage, Number.POSITIVE_INFINITY)
    }
    case 'bind':
      return variable && document.update(node, { fills: [builder.boundTo(variable.id)] })
    case 'mode':
      return (
        collection &&
        document.update(node, { variableModes: { [collection.id]: collection.modes[to % 2]?.modeId ?? '' } })
      )
  }
}

describe('undo and redo', () => {
  it('restore layouts, components, texts, variables and styles, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        const document = new DocumentModel()
        const builder = new DocumentBuilder(document)
        const first = document.contents()
        const seen = [first]
        for (const each of steps) {
          attempt(builder, each)
          if (each.kind === 'commit') seen.push(document.contents())
        }
        const last = document.contents()
        const stops = [last]
        while (document.undo()) stops.push(document.contents())
        expect(document.contents()).toEqual(first)
        for (const stop of seen) expect(stops).toContainEqual(stop)
        while (document.redo()) expect(stops).toContainEqual(document.contents())
        expect(document.contents()).toEqual(last)
      }),
      { numRuns: 120 },
    )
  })

  it('leave a document whose tree is whole', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(10), (steps, back) => {
        const document = new DocumentModel()
        const builder = new DocumentBuilder(document)
        for (const each of steps) attempt(builder, each)
        for (let at = 0; at < back; at++) document.undo()
        for (const { id, type, children } of document.serialize()) {
          for (const child of children) expect(document.need(child).parent).toBe(id)
          if (type === 'GROUP') expect(children).not.toEqual([])
        }
      }),
      { numRuns: 120 },
    )
  })
})

describe('moving in place', () => {
  it('keeps every layer where it is on the page, whatever it lies in', () => {
    const turned = fc.record({ x: fc.nat(500), y: fc.nat(500), rotation: fc.nat(359) })
    fc.assert(
      fc.property(turned, turned, turned, fc.boolean(), (outer, inner, layer, grouped) => {
        const builder = new DocumentBuilder(new DocumentModel())
        const { document } = builder
        const holder = builder.frame({ in: builder.frame(outer), ...inner })
        const shape = builder.rectangle(layer)
        const id = grouped ? builder.group([shape]) : shape
        const before = absoluteTransform(document, document.need(shape))
        moveInPlace(document, id, holder)
        const after = absoluteTransform(document, document.need(shape)).flat()
        for (const [at, value] of before.flat().entries()) expect(after[at]).toBeCloseTo(value, 6)
      }),
    )
  })
})

describe('the builder', () => {
  it('stretches an instance by the constraints of what it holds', () => {
    const builder = new DocumentBuilder(new DocumentModel())
    const { document } = builder
    const component = builder.component()
    builder.rectangle({ in: component, width: 50, constraints: { horizontal: 'SCALE', vertical: 'MIN' } })
    const instance = document.need(builder.instance(component, { x: 300, width: 200 }))
    expect(instance).toMatchObject({ type: 'INSTANCE', width: 200, mainComponent: component })
    expect(document.need(instance.children[0] ?? '').width).toBe(100)
  })
})
