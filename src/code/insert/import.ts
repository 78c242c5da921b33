import { describe } from '../../protocol/channel'
import { RequestFailure } from '../../protocol/fault'

export interface ImportOptions {
  /** Called after each part. */
  readonly onProgress: (done: number, total: number) => void
  /** Asked after each part. */
  readonly isStopped: () => boolean
  /** Gives the editor time for other things. */
  readonly pause: () => Promise<void>
  /** Told of everything that is put on the page, before anything can go wrong with it: what fails or ends leaves it there. */
  readonly onLayer: (layer: SceneNode) => void
}

export interface Imported {
  readonly frame: FrameNode
  /** Layers in it that are no groups. */
  readonly layers: number
}

/** So many layers are moved before the editor gets its turn. */
const AT_ONCE = 50

/**
 * Imports the parts of a picture, one after the other, into one frame, which cannot be seen for now. Rejects
 * with RequestFailure (`import-refused`, `import-empty`, `stopped`), with the layers that `onLayer` was told of on the page.
 */
export async function importParts(
  figma: PluginAPI,
  parts: readonly string[],
  { onProgress, isStopped, pause, onLayer }: ImportOptions,
): Promise<Imported> {
  let frame: FrameNode | null = null
  let layers = 0
  for (const [i, part] of parts.entries()) {
    const piece = importSvg(figma, part, onLayer)
    const content = piece.children
    // What lands at the origin of the page, bit by bit, is not to be seen before it is where it belongs.
    piece.visible = false
    if (parts.length > 1) await pause()
    for (const [j, layer] of content.entries()) {
      // Counted here, and not in the end: going through thousands of layers at once takes longer than a frame of the screen.
      layers += layer.type === 'GROUP' ? layer.children.length : 1
      frame?.appendChild(layer)
      if (j % AT_ONCE === AT_ONCE - 1) await pause()
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

/** `createNodeFromSvg` is typed as a frame, but gives a GROUP for a root without a size, and throws values that are no Errors. */
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

/** Removes the rectangle at the back, which is as large as the frame, and gives its paint. */
export function takeFill(frame: FrameNode): readonly Paint[] {
  // Not the first of all children: to ask for thousands of them takes long.
  const canvas = frame.findChild(() => true)
  if (canvas?.type !== 'VECTOR' || typeof canvas.fills === 'symbol') {
    throw new RequestFailure('import-refused', `the background came as a ${canvas?.type}`)
  }
  const { fills } = canvas
  canvas.remove()
  return fills
}
