import fc from 'fast-check'
import type { DocumentBuilder } from 'figma-host/document'

type NodeData = ReturnType<DocumentBuilder['document']['need']>
type Paints = NodeData['fills']

/** 2 by 2 px: red, green, blue, yellow. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR42mP4z8DAAMIM////ZwAAHuwFAN4sMoUAAAAASUVORK5CYII='

const solid = (r: number, opacity = 1, visible = true): Paints[number] => ({
  ...{ type: 'SOLID', visible, opacity, blendMode: 'NORMAL', color: { r, g: 0.25, b: 0.5 } },
})

const gradient = (type: 'GRADIENT_LINEAR' | 'GRADIENT_RADIAL'): Paints[number] => ({
  ...{ type, visible: true, opacity: 1, blendMode: 'NORMAL' },
  gradientTransform: [
    [0.8, 0.2, 0],
    [-0.2, 0.8, 0.1],
  ],
  gradientStops: [
    { position: 0, color: { r: 1, g: 0, b: 0, a: 1 } },
    { position: 1, color: { r: 0, g: 0, b: 1, a: 0.5 } },
  ],
})

const PAINTS: Readonly<Record<string, Paints>> = {
  none: [],
  solid: [solid(1)],
  translucent: [solid(0, 0.5)],
  hidden: [solid(1, 1, false)],
  several: [solid(0), solid(1, 0.5)],
  linear: [gradient('GRADIENT_LINEAR')],
  radial: [gradient('GRADIENT_RADIAL')],
}

const SHADOW: NodeData['effects'][number] = {
  ...{ type: 'DROP_SHADOW', visible: true, blendMode: 'NORMAL', radius: 4, spread: 0 },
  ...{ color: { r: 0, g: 0, b: 0, a: 0.5 }, offset: { x: 2, y: 2 } },
}

const EFFECTS: Readonly<Record<string, NodeData['effects']>> = { none: [], shadow: [SHADOW] }

const constraint = fc.constantFrom('MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE')

/** What a layer looks like, and how it lies in its parent. */
export const look = fc.record({
  fill: fc.constantFrom(...Object.keys(PAINTS), 'image'),
  stroke: fc.constantFrom('none', 'none', ...Object.keys(PAINTS)),
  strokeWeight: fc.constantFrom(0.5, 1, 6),
  strokeAlign: fc.constantFrom('CENTER', 'INSIDE', 'OUTSIDE'),
  strokeCap: fc.constantFrom('NONE', 'ROUND', 'SQUARE'),
  strokeJoin: fc.constantFrom('MITER', 'ROUND', 'BEVEL'),
  dashPattern: fc.constantFrom([], [], [4, 2], [1, 2, 3]),
  corner: fc.constantFrom(0, 0, 3, 50),
  effects: fc.constantFrom('none', 'none', ...Object.keys(EFFECTS)),
  blendMode: fc.constantFrom('PASS_THROUGH', 'PASS_THROUGH', 'NORMAL', 'MULTIPLY', 'SCREEN'),
  maskType: fc.constantFrom('ALPHA', 'LUMINANCE', 'VECTOR'),
  horizontal: constraint,
  vertical: constraint,
  isAbsolute: fc.boolean(),
  layoutAlign: fc.constantFrom('INHERIT', 'STRETCH'),
  layoutGrow: fc.constantFrom(0, 1),
  maxWidth: fc.constantFrom(null, null, 60),
  constrainProportions: fc.boolean(),
  characters: fc.constantFrom('words', '', 'two\nlines', 'ÄÖ 🦊'),
  hasData: fc.boolean(),
})

export type Look = typeof look extends fc.Arbitrary<infer T> ? T : never

/** Changes a layer that was added to look so. */
export function drawLook(b: DocumentBuilder, id: string, given: Look): void {
  const node = b.document.need(id)
  const { strokeWeight, strokeAlign, strokeCap, strokeJoin, dashPattern, corner, blendMode } = given
  const { maskType, constrainProportions, layoutAlign, layoutGrow, maxWidth, horizontal, vertical } = given
  const common = {
    ...{ blendMode, maskType, effects: EFFECTS[given.effects] ?? [], constrainProportions },
    constraints: { horizontal, vertical },
    pluginData: given.hasData ? { 'shared/tests/note': 'kept' } : node.pluginData,
  }
  if (node.type.startsWith('MADE_UP')) return
  const isAbsolute = given.isAbsolute && node.layout.gridCell === null
  const layout = {
    ...{ ...node.layout, layoutAlign, layoutGrow, maxWidth: isInAutoLayout(b, node) ? maxWidth : null },
    layoutPositioning: isAbsolute && isInAutoLayout(b, node) ? 'ABSOLUTE' : 'AUTO',
  } as const
  b.document.update(id, { ...common, layout } as Partial<NodeData>)
  if (node.type === 'GROUP') return
  const stroke = { strokeWeight, strokeAlign, strokeCap, strokeJoin, dashPattern }
  b.document.update(id, {
    ...(node.type !== 'SECTION' && { ...stroke, strokes: PAINTS[given.stroke] ?? [] }),
    fills: given.fill === 'image' && node.type !== 'TEXT' ? [picture(b)] : (PAINTS[given.fill] ?? []),
    corners: [corner, 0, corner, corner],
    ...(node.type === 'TEXT' && { text: { ...node.text, characters: given.characters } }),
  } as Partial<NodeData>)
}

function isInAutoLayout({ document }: DocumentBuilder, { parent }: NodeData): boolean {
  return parent !== null && ['HORIZONTAL', 'VERTICAL'].includes(document.need(parent).layout.layoutMode)
}

const picture = (b: DocumentBuilder): Paints[number] => ({
  ...{ type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'FILL' },
  imageHash: b.image(Buffer.from(PNG, 'base64')),
})
