import fc from 'fast-check'
import type { DocumentBuilder, LayerFields } from 'figma-host/document'
import { drawLook, type Look, look } from './random-look'

const at = fc.integer({ min: -800, max: 800 })
const side = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 20, max: 900 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 16 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5_000, max: 30_000 }) },
)
/** True once in this many times. */
const oneIn = (times: number) => fc.nat(times - 1).map((drawn) => drawn === times - 1)

const KINDS = [
  ...(['frame', 'section', 'component', 'rectangle', 'list', 'group', 'grid', 'slot', 'instance'] as const),
  ...(['ellipse', 'text', 'line', 'vector', 'made-up layer', 'made-up frame'] as const),
] as const

const layer = fc.record({
  kind: fc.constantFrom(...KINDS),
  x: at,
  y: at,
  width: side,
  height: side,
  rotation: fc.constantFrom(0, 0, 0, 30, 90),
  locked: oneIn(8),
  visible: oneIn(8).map((isHidden) => !isHidden),
  opacity: fc.constantFrom(1, 1, 1, 1, 1, 0.9, 0),
  isMask: oneIn(6),
  clipsContent: fc.boolean(),
  contentsHidden: oneIn(8),
  hugs: fc.boolean(),
  padding: fc.constantFrom(0, 0, 8, 40),
  parent: fc.nat(8),
})

type Layer = (typeof layer extends fc.Arbitrary<infer T> ? T : never) & { readonly look?: Look | null }

/** Nested layers, for `grow`. */
export const layersOfDocument = fc.array(layer, { maxLength: 8 })

/** The same, where many have paints, strokes, effects and all else that changes how they look or lie. */
export const paintedLayersOfDocument = fc.array(
  fc.tuple(layer, fc.option(look)).map(([plain, given]): Layer => ({ ...plain, look: given })),
  { maxLength: 8 },
)

/** Hardly hides what is below, and as a mask hardly shows anything. */
const FILL = [
  { type: 'SOLID', visible: true, opacity: 0.05, blendMode: 'NORMAL', color: { r: 0.5, g: 0.5, b: 0.5 } },
] as const

const HOLDS_NOTHING = new Set(['rectangle', 'ellipse', 'text', 'line', 'vector', 'made-up layer', 'instance'])

/** Clears the page, and builds a document with the layers. Returns the ids of all that can be selected. */
export function grow(b: DocumentBuilder, layers: readonly Layer[]): string[] {
  const { document } = b
  for (const id of document.need(document.currentPage).children) document.remove(id)
  const holders: (string | undefined)[] = [undefined]
  const ids: string[] = []
  for (const { parent, look, ...given } of layers) {
    const made = add(b, given, holders[parent % holders.length])
    if (look) for (const id of made) drawLook(b, id, look)
    ids.push(...made)
    if (!HOLDS_NOTHING.has(given.kind)) holders.push(made.at(-1))
  }
  settle(b)
  return ids
}

/** Most layouts of a page until nothing moves. */
const MAX_LAYOUTS = 100

/**
 * Lays out the page until nothing moves. Auto layout approaches the length of a group step by step if the group has layers that do not
 * stretch with it: texts and rotated layers.
 */
function settle({ document }: DocumentBuilder): void {
  const ids = document.descendants(document.currentPage).map(({ id }) => id)
  const read = () =>
    ids.flatMap((id) => {
      const { transform, width, height } = document.need(id)
      return [...transform.flat(), width, height]
    })
  document.settle()
  for (let i = 0; i < MAX_LAYOUTS; i += 1) {
    const before = read()
    for (const id of ids) document.update(id, { layout: { ...document.need(id).layout } })
    document.settle()
    if (read().every((value, at) => Math.abs(value - (before[at] ?? 0)) < 0.001)) return
  }
}

/** Adds a layer. Returns it and its content, innermost last. */
function add(
  b: DocumentBuilder,
  { kind, hugs, padding, ...given }: Omit<Layer, 'parent' | 'look'>,
  within?: string,
): string[] {
  const isTop = kind === 'component' || kind === 'section' || kind === 'slot'
  const { contentsHidden, isMask, clipsContent, rotation, opacity, ...box } = given
  const place = { ...box, fill: FILL, ...(!isTop && within && { in: within }) }
  const fields: LayerFields = { ...place, rotation, opacity, isMask }
  const sizing = hugs ? ('AUTO' as const) : ('FIXED' as const)
  const paddings = {
    ...{ paddingLeft: padding, paddingTop: padding, paddingRight: padding, paddingBottom: padding },
    ...{ primaryAxisSizingMode: sizing, counterAxisSizingMode: sizing },
  }
  switch (kind) {
    case 'rectangle':
      return [b.rectangle(fields)]
    case 'ellipse':
      return [b.ellipse(fields)]
    case 'text':
      return [b.text('words', fields)]
    case 'line':
      return [b.line(fields)]
    case 'vector':
      return [b.vector(fields)]
    case 'made-up layer':
      return [b.madeUp('layer', { ...(fields.in && { in: fields.in }), locked: given.locked })]
    case 'made-up frame':
      return [b.madeUp('frame', { ...fields, clipsContent })]
    case 'group': {
      const inner = b.rectangle({ ...place, isMask, locked: false, visible: true })
      return [inner, b.group([inner], { opacity, locked: given.locked, visible: given.visible })]
    }
    case 'section':
      return [b.section({ ...place, contentsHidden })]
    case 'component':
      return [b.component({ ...place, opacity, clipsContent })]
    case 'slot': {
      const component = b.component({ ...place, opacity, clipsContent })
      return [component, b.slot({ in: component, ...sizeOf(given) })]
    }
    case 'instance': {
      const component = b.component({ ...sizeOf(given), x: -50_000, y: -50_000, fill: FILL })
      b.rectangle({ in: component, fill: FILL })
      b.slot({ in: component, ...sizeOf(given), layout: hugs ? { layoutMode: 'VERTICAL' } : {} })
      const instance = b.instance(component, { ...fields, clipsContent })
      return [instance, ...b.document.need(instance).children]
    }
    case 'grid': {
      const grid = { layoutMode: 'GRID', gridRowCount: 2, gridColumnCount: 2, gridRowGap: 4 } as const
      const fixed = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const
      return [b.frame({ ...fields, clipsContent, layout: { ...grid, ...paddings, ...fixed } })]
    }
    case 'list':
      return [b.frame({ ...fields, clipsContent, layout: { layoutMode: 'VERTICAL', ...paddings } })]
    case 'frame':
      return [b.frame({ ...fields, clipsContent })]
  }
}

const sizeOf = ({ width, height }: Pick<Layer, 'width' | 'height'>) => ({ width, height })
