import type { CanvasPalette, CanvasUse, Mix, Recoloured, Recolouring } from '../../protocol/colours'
import { RequestFailure } from '../../protocol/fault'
import { createPainter } from './painter'
import { coloursIn, FIELDS, type Field, paintsOf } from './paints'
import type { Pause } from './slices'
import { type IsLocked, type VisitOptions, visitLayers } from './visit-layers'

type LeftOut = Pick<Recoloured, 'locked' | 'mixed' | 'skipped' | 'isPartial'>

/** Visits layers, and all they hold, that can be coloured, in slices. Resolves to what was left out. */
async function eachColourable(
  layers: readonly SceneNode[],
  visit: (layer: SceneNode) => void | Promise<void>,
  options: VisitOptions,
): Promise<LeftOut> {
  let [locked, mixed] = [0, 0]
  const visitPainted = (layer: SceneNode, isLocked: IsLocked): void | Promise<void> => {
    const paints = FIELDS.map((field) => paintsOf(layer, field))
    const isPainted = paints.some((list) => list !== null && list.length > 0)
    if (!isPainted) return
    if (isLocked()) locked += 1
    else if (paints.includes('mixed')) mixed += 1
    else return visit(layer)
  }
  const report = await visitLayers(() => layers, visitPainted, options)
  return { locked, mixed, ...report }
}

interface PaletteOptions {
  readonly pause: Pause
  /** Whether nobody waits for the answer any more. */
  readonly isStopped: () => boolean
}

/** The colours of what is selected. Rejects with RequestFailure (`stopped`) where it is stopped. */
export async function readCanvasPalette(
  figma: PluginAPI,
  { pause, isStopped }: PaletteOptions,
): Promise<CanvasPalette> {
  const found = new Map<string, { readonly uses: Set<CanvasUse>; layers: number }>()
  const mixes = new Map<string, Mix>()
  let layers = 0
  const note = (layer: SceneNode) => {
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
  }
  const left = await eachColourable(figma.currentPage.selection, note, { pause, isStopped })
  if (isStopped()) throw new RequestFailure('stopped', 'while the colours of the selection were read')
  const colours = [...found]
    .map(([colour, entry]) => ({ colour, uses: [...entry.uses].sort(), layers: entry.layers }))
    .sort((a, b) => b.layers - a.layers || (a.colour < b.colour ? -1 : 1))
  return { colours, mixes: [...mixes.values()], layers, ...left }
}

/**
 * Gives what is selected other colours, or binds them, as one undo step. What is selected when it begins counts, whatever is
 * selected meanwhile.
 */
export async function recolourCanvas(
  figma: PluginAPI,
  { changes }: Recolouring,
  pause: Pause,
): Promise<Recoloured> {
  const { selection } = figma.currentPage
  const painter = await createPainter(figma, changes)
  let layers = 0
  const paint = async (layer: SceneNode) => {
    if (await painter.paint(layer)) layers += 1
  }
  try {
    const left = await eachColourable(selection, paint, { pause, catchesUp: true })
    return { layers, ...left, binding: painter.report() }
  } finally {
    // However it ends: what was changed can be undone.
    if (painter.hasChanged()) figma.commitUndo()
  }
}

/** Scopes of variables tell frames and texts from shapes. */
function useOf({ type }: SceneNode, field: Field): CanvasUse {
  if (field === 'strokes') return 'stroke'
  if (type === 'TEXT') return 'text'
  return FRAMES.has(type) ? 'frame' : 'fill'
}

const FRAMES = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'SLIDE'])
