import { describe } from '../../protocol/channel'
import { FACTS } from '../../protocol/check'
import { RequestFailure } from '../../protocol/fault'
import type { Capabilities } from '../capabilities'
import type { ImportFact } from '../svg/compare'
import { drawSvg } from '../svg/draw-svg'
import { readSvg, type SvgPicture } from '../svg/read-svg'
import { isRepairable, repair } from '../svg/repair'

export interface ImportOptions {
  /** Called after each part. */
  readonly onProgress: (done: number, total: number) => void
  /** Checked after each part. */
  readonly isStopped: () => boolean
  /** Lets the editor do other work. */
  readonly pause: () => Promise<void>
  /** Called for each layer as soon as it is on the page, so that the caller can remove it if something fails later. */
  readonly onLayer: (layer: SceneNode) => void
  /** Where this editor's import differs, a fallback is used. */
  readonly capabilities: Pick<Capabilities, 'known' | 'differs'>
}

export interface Imported {
  readonly frame: FrameNode
  /** Number of layers in it, not counting groups. */
  readonly layers: number
}

/** Number of layers to move between two pauses. */
const BATCH_SIZE = 50

/**
 * Imports the parts of a picture into one hidden frame. Rejects with RequestFailure (`import-refused`, `import-empty`,
 * `stopped`); the layers passed to `onLayer` are then still on the page.
 */
export async function importParts(
  figma: PluginAPI,
  parts: readonly string[],
  { onProgress, isStopped, pause, onLayer, capabilities }: ImportOptions,
): Promise<Imported> {
  let frame: FrameNode | null = null
  let layers = 0
  for (const [i, part] of parts.entries()) {
    const piece = importPart(figma, part, { onLayer, capabilities })
    const content = piece.children
    // The import appears at the page's origin, part by part. It stays hidden until it is in its final place.
    piece.visible = false
    if (parts.length > 1) await pause()
    for (const [j, layer] of content.entries()) {
      // Counted here, because visiting thousands of layers at the end would drop frames.
      layers += layer.type === 'GROUP' ? layer.children.length : 1
      frame?.appendChild(layer)
      if (j % BATCH_SIZE === BATCH_SIZE - 1) await pause()
    }
    if (frame) piece.remove()
    else frame = piece
    onProgress(i + 1, parts.length)
    if (parts.length > 1) await pause()
    if (isStopped()) throw new RequestFailure('stopped', `after ${i + 1} parts of ${parts.length}`)
  }
  if (!frame || layers === 0) throw new RequestFailure('import-empty', 'the import drew nothing')
  return { frame, layers }
}

/** Imports a part. If this editor's import loses something, adds that afterwards, or draws the part shape by shape. */
export function importPart(
  figma: PluginAPI,
  svg: string,
  { onLayer, capabilities }: Pick<ImportOptions, 'onLayer' | 'capabilities'>,
): FrameNode {
  const facts = importFacts(capabilities)
  const picture = facts.size > 0 ? readSvg(svg) : null
  if (!picture) return importSvg(figma, svg, onLayer)
  if (!isRepairable(facts)) return draw(figma, picture, onLayer)
  const frame = importSvg(figma, svg, onLayer)
  if (repair(frame, picture, facts)) return frame
  frame.remove()
  return draw(figma, picture, onLayer)
}

function importFacts(capabilities: Pick<Capabilities, 'known'>): ReadonlySet<ImportFact> {
  const facts: readonly string[] = FACTS.import
  return new Set(capabilities.known().filter((fact): fact is ImportFact => facts.includes(fact)))
}

function draw(figma: PluginAPI, picture: SvgPicture, onLayer: ImportOptions['onLayer']): FrameNode {
  try {
    return drawSvg(figma, picture, onLayer)
  } catch (error) {
    throw new RequestFailure('import-refused', `drawing threw ${describe(error)}`)
  }
}

/** The typings say that `createNodeFromSvg` returns a frame, but it returns a GROUP for a root without a size, and may throw values that are not Errors. */
function importSvg(figma: PluginAPI, svg: string, onLayer: ImportOptions['onLayer']): FrameNode {
  let node: SceneNode
  try {
    node = figma.createNodeFromSvg(svg) as SceneNode
  } catch (error) {
    throw new RequestFailure('import-refused', `createNodeFromSvg threw ${describe(error)}`)
  }
  onLayer(node)
  if (node.type === 'FRAME') return node
  throw new RequestFailure('import-refused', `createNodeFromSvg gave a ${node.type}`)
}

/** Removes the rectangle at the back, which is as large as the frame, and returns its fills. */
export function extractBackgroundFill(frame: FrameNode): readonly Paint[] {
  // Not `children[0]`: reading thousands of children is slow.
  const canvas = frame.findChild(() => true)
  if (canvas?.type !== 'VECTOR' || typeof canvas.fills === 'symbol') {
    throw new RequestFailure('import-refused', `the background came as a ${canvas?.type}`)
  }
  const { fills } = canvas
  canvas.remove()
  return fills
}
