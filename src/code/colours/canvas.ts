import type { CanvasPalette, CanvasUse, Mix, Recoloured, Recolouring } from '../../protocol/colours'
import { deep } from './layers'
import { createPainter } from './painter'
import { coloursIn, FIELDS, type Field, paintsOf } from './paints'
import { type Pause, slices } from './slices'

/** So many layers of a selection are looked at. */
const LIMIT = 20_000

type LeftOut = Pick<Recoloured, 'locked' | 'mixed' | 'isPartial'>

/** Visits the selected layers, and all they hold, that can be coloured, in slices. Resolves to what was left out. */
async function eachColourable(
  figma: PluginAPI,
  pause: Pause,
  visit: (layer: SceneNode) => void | Promise<void>,
): Promise<LeftOut> {
  const breathe = slices(pause)
  let [count, locked, mixed] = [0, 0, 0]
  for (const { layer, isLocked } of deep(figma.currentPage.selection)) {
    count += 1
    if (count > LIMIT) return { locked, mixed, isPartial: true }
    const paints = FIELDS.map((field) => paintsOf(layer, field))
    const isPainted = paints.some((list) => list !== null && list.length > 0)
    if (!isPainted) continue
    if (isLocked) locked += 1
    else if (paints.includes('mixed')) mixed += 1
    else await visit(layer)
    await breathe()
  }
  return { locked, mixed, isPartial: false }
}

/** The colours of what is selected. */
export async function readCanvasPalette(figma: PluginAPI, pause: Pause): Promise<CanvasPalette> {
  const found = new Map<string, { readonly uses: Set<CanvasUse>; layers: number }>()
  const mixes = new Map<string, Mix>()
  let layers = 0
  const left = await eachColourable(figma, pause, (layer) => {
    const own = new Set<string>()
    for (const field of FIELDS) {
      const paints = paintsOf(layer, field)
      for (const colour of paints === null || paints === 'mixed' ? [] : coloursIn(paints)) {
        own.add(colour)
        const entry = found.get(colour) ?? { uses: new Set(), layers: 0 }
        entry.uses.add(useOf(layer, field))
        found.set(colour, entry)
      }
    }
    for (const colour of own) (found.get(colour) ?? { layers: 0 }).layers += 1
    if (own.size > 0) layers += 1
    if (own.size > 1) {
      const together = [...own].sort()
      const key = together.join()
      mixes.set(key, { colours: together, layers: (mixes.get(key)?.layers ?? 0) + 1 })
    }
  })
  const colours = [...found]
    .map(([colour, entry]) => ({ colour, uses: [...entry.uses].sort(), layers: entry.layers }))
    .sort((a, b) => b.layers - a.layers || (a.colour < b.colour ? -1 : 1))
  return { colours, mixes: [...mixes.values()], layers, ...left }
}

/** Gives what is selected other colours, or binds them, as one undo step. */
export async function recolourCanvas(
  figma: PluginAPI,
  { changes }: Recolouring,
  pause: Pause,
): Promise<Recoloured> {
  const painter = await createPainter(figma, changes)
  let layers = 0
  const left = await eachColourable(figma, pause, async (layer) => {
    if (await painter.paint(layer)) layers += 1
  })
  if (layers > 0) figma.commitUndo()
  return { layers, ...left, binding: painter.report() }
}

/** Scopes of variables tell frames and texts from shapes. */
function useOf({ type }: SceneNode, field: Field): CanvasUse {
  if (field === 'strokes') return 'stroke'
  if (type === 'TEXT') return 'text'
  return FRAMES.has(type) ? 'frame' : 'fill'
}

const FRAMES = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'SLIDE'])
