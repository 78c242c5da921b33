import type { CanvasPalette, CanvasUse, Mix, Recolored, Recoloring } from '../../protocol/colors'
import { RequestFailure } from '../../protocol/fault'
import { createPainter } from './painter'
import { colorsIn, FIELDS, type Field, paintsOf } from './paints'
import type { Pause } from './slices'
import { type IsLocked, type VisitOptions, visitLayers } from './visit-layers'

type LeftOut = Pick<Recolored, 'locked' | 'mixed' | 'skipped' | 'isPartial'>

/** Visits layers and their descendants whose colors can be changed, in time slices. Resolves to what was skipped. */
async function eachColorable(
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
  /** Whether the result is no longer needed. */
  readonly isStopped: () => boolean
}

/** Reads the colors of the selected layers. Rejects with RequestFailure (`stopped`) if it is stopped. */
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
      for (const color of paints === null || paints === 'mixed' ? [] : colorsIn(paints)) {
        own.add(color)
        const entry = found.get(color) ?? { uses: new Set(), layers: 0 }
        entry.uses.add(useOf(layer, field))
        found.set(color, entry)
      }
    }
    for (const color of own) (found.get(color) ?? { layers: 0 }).layers += 1
    if (own.size > 0) layers += 1
    if (own.size > 1) {
      const together = [...own].sort()
      const key = together.join()
      mixes.set(key, { colors: together, layers: (mixes.get(key)?.layers ?? 0) + 1 })
    }
  }
  const left = await eachColorable(figma.currentPage.selection, note, { pause, isStopped })
  if (isStopped()) throw new RequestFailure('stopped', 'while the colors of the selection were read')
  const colors = [...found]
    .map(([color, entry]) => ({ color, uses: [...entry.uses].sort(), layers: entry.layers }))
    .sort((a, b) => b.layers - a.layers || (a.color < b.color ? -1 : 1))
  return { colors, mixes: [...mixes.values()], layers, ...left }
}

/**
 * Changes or binds the colors of the selected layers, as one undo step. Selection changes in the meantime have no effect.
 */
export async function recolorCanvas(
  figma: PluginAPI,
  { changes }: Recoloring,
  pause: Pause,
): Promise<Recolored> {
  const { selection } = figma.currentPage
  const painter = await createPainter(figma, changes)
  let layers = 0
  const paint = async (layer: SceneNode) => {
    if (await painter.paint(layer)) layers += 1
  }
  try {
    const left = await eachColorable(selection, paint, { pause, repeats: true })
    return { layers, ...left, binding: painter.report() }
  } finally {
    // Even after an error, the changes so far must be one undo step.
    if (painter.hasChanged()) figma.commitUndo()
  }
}

/** The scopes of variables distinguish frames, text and shapes. */
function useOf({ type }: SceneNode, field: Field): CanvasUse {
  if (field === 'strokes') return 'stroke'
  if (type === 'TEXT') return 'text'
  return FRAMES.has(type) ? 'frame' : 'fill'
}

const FRAMES = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'SLIDE'])
