import type { DocumentBuilder } from 'figma-host/document'
import { describe, expect, it } from 'vitest'
import { expectBox, insertSuite, nodeOf, SVG } from '../support/insert-case'

const { insertInto } = insertSuite()

/** A triangle that extends over the left edge of the picture. */
const CUT = SVG.replace('M10 10', 'M-30 10')
/** Two shapes with different opacities, which the host cannot flatten. */
const MIXED = SVG.replace(
  '</svg>',
  '<path d="M0 0H9V9Z" fill="none" stroke="#00ff00" stroke-width="2"/></svg>',
)
const places: readonly [name: string, build: (b: DocumentBuilder) => string | undefined][] = [
  ['on the page', () => undefined],
  [
    'in a rotated frame',
    (b) => {
      const outer = b.frame({ x: 500, y: 700, width: 600, height: 600, rotation: 30 })
      return b.frame({ in: outer, x: 100, y: 50, width: 300, height: 300, rotation: 15 })
    },
  ],
  [
    'in auto layout',
    (b) => {
      const sizing = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const
      const layout = { layoutMode: 'VERTICAL', itemSpacing: 8, ...sizing } as const
      return b.frame({ x: 70, y: 30, width: 600, height: 600, layout })
    },
  ],
]

describe.each(['component', 'vector'] as const)('a picture as a %s', (as) => {
  it.each(places)('%s has the same place as a frame', async (_name, build) => {
    const frame = await insertInto(build)
    const { frame: layer, parent, stage, toasts, inserted } = await insertInto(build, { as })
    expect(layer).toMatchObject({ type: as.toUpperCase(), name: 'a fox' })
    expect(parent?.name).toBe(frame.parent?.name)
    const box = frame.frame.absoluteBoundingBox
    if (box) expectBox(layer, box.x, box.y, box.width, box.height)
    expect(toasts).toEqual([])
    expect(inserted.layers).toBe(as === 'vector' ? 1 : 2)
    expect(stage.editor.snapshot().selection).toEqual([layer.id])
    expect(Object.keys(nodeOf(stage, layer.id).relaunchData)).toContain('edit')
    stage.editor.undo()
    const ids = stage.editor.contents().nodes.map(({ id }) => id)
    expect(ids).not.toContain(layer.id)
  })
})

describe('a single vector', () => {
  it('that extends beyond the frame stays in the frame, which clips it, and says so', async () => {
    const { frame, stage, toasts, inserted } = await insertInto(() => undefined, {
      as: 'vector',
      parts: [CUT],
    })
    expect(frame).toMatchObject({ type: 'FRAME', name: 'a fox', children: [{ type: 'VECTOR' }] })
    expect(nodeOf(stage, frame.id).clipsContent).toBe(true)
    expectBox(frame, -200, -100, 400, 200)
    expect(inserted).toMatchObject({ note: 'clipped', layers: 1 })
    expect(toasts).toEqual(['The image extends past its edge, so its vector is in a frame that clips it.'])
  })

  it('that the editor refuses to flatten stays a frame with every layer, and says so', async () => {
    const { frame, toasts, inserted } = await insertInto(() => undefined, { as: 'vector', parts: [MIXED] })
    expect(frame).toMatchObject({ type: 'FRAME', name: 'a fox' })
    expect(frame.children).toHaveLength(3)
    expect(inserted).toMatchObject({ note: 'no-flattening', layers: 3 })
    expect(toasts[0]).toContain('could not be flattened')
  })
})

describe('a component', () => {
  it.each<[name: string, build: (b: DocumentBuilder) => string]>([
    ['another component', (b) => b.component({ width: 400, height: 400 })],
    ['a frame in another component', (b) => b.frame({ in: b.component({ width: 400, height: 400 }) })],
  ])('cannot be inside %s: it is a frame there, and says so', async (_name, build) => {
    const { frame, toasts } = await insertInto(build, { as: 'component' })
    expect(frame.type).toBe('FRAME')
    expect(toasts[0]).toContain('A component is not possible here')
  })

  it('has the background as its fill', async () => {
    const { frame, inserted } = await insertInto(() => undefined, { as: 'component', frameFill: true })
    expect(frame).toMatchObject({ type: 'COMPONENT', children: [{ name: 'Red' }] })
    expect(inserted.layers).toBe(1)
  })
})
