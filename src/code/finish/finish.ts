import { COMPLETE, type Finish, type FinishReport, type FinishStep } from '../../protocol/finish'
import { createFonts, type LoadFont } from './fonts'
import { createImages, replaceByImage } from './image'
import { replaceByText } from './text'

interface FinishOptions {
  readonly isStopped: () => boolean
  readonly pause: () => Promise<void>
}

interface Tools {
  readonly load: LoadFont
  readonly hashOf: (index: number) => string
}

/** Number of steps between two pauses. */
const BATCH_SIZE = 20

/** Maximum number of font families in a report. */
const MAX_FONTS = 20

/**
 * Adds what the SVG import cannot: masks, blend modes, images, and texts, in the frame that was just imported. If a step fails, its layer
 * stays as it is and is counted. Ends early if stopped; rejects only if `pause` does.
 */
export async function finishPicture(
  figma: PluginAPI,
  frame: FrameNode,
  { images, steps }: Finish,
  { isStopped, pause }: FinishOptions,
): Promise<FinishReport> {
  const names = new Set(steps.map(({ layer }) => layer))
  const layers = new Map<string, SceneNode>()
  for (const layer of frame.findAll(({ name }) => names.has(name))) {
    if (!layers.has(layer.name)) layers.set(layer.name, layer)
  }
  const tools = { load: createFonts(figma), hashOf: createImages(figma, images) }
  const fonts = new Set<string>()
  const failed = { ...COMPLETE.failed }
  for (const [i, step] of steps.entries()) {
    if (i % BATCH_SIZE === BATCH_SIZE - 1) await pause()
    if (isStopped()) break
    try {
      const layer = layers.get(step.layer)
      if (!layer) throw new Error('the import has no such layer')
      for (const family of await take(figma, layer, step, tools)) fonts.add(family)
    } catch {
      failed[step.kind] += 1
    }
  }
  return { fonts: [...fonts].slice(0, MAX_FONTS), failed }
}

/** Runs a step. Returns the font families that were substituted. */
async function take(
  figma: PluginAPI,
  layer: SceneNode,
  step: FinishStep,
  { load, hashOf }: Tools,
): Promise<readonly string[]> {
  switch (step.kind) {
    case 'mask': {
      const mask = layer as GroupNode
      mask.isMask = true
      mask.maskType = step.type
      return []
    }
    case 'blendMode': {
      const group = layer as GroupNode
      group.blendMode = step.blendMode
      return []
    }
    case 'image':
      replaceByImage(figma, layer, step, hashOf(step.image))
      return []
    case 'text':
      return replaceByText(figma, layer, step, load)
  }
}
