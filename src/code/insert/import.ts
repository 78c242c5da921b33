import { describe } from '../../protocol/channel'
import { RequestFailure } from '../../protocol/fault'

export interface ImportOptions {
  /** Called after each part. */
  readonly onProgress: (done: number, total: number) => void
  /** Asked before each part. */
  readonly isStopped: () => boolean
  /** Gives the editor time for other things. */
  readonly pause: () => Promise<void>
}

/**
 * Imports the parts of a picture, one after the other, into one frame, invisible for now, and gives it. Rejects with
 * RequestFailure (`import-refused`, `import-empty`, `stopped`), with nothing left on the page.
 */
export async function importParts(
  figma: PluginAPI,
  parts: readonly string[],
  { onProgress, isStopped, pause }: ImportOptions,
): Promise<FrameNode> {
  let frame: FrameNode | null = null
  try {
    for (const [i, part] of parts.entries()) {
      if (i > 0) await pause()
      if (isStopped()) throw new RequestFailure('stopped', `after ${i} parts of ${parts.length}`)
      const piece = importSvg(figma, part)
      if (frame) {
        for (const layer of piece.children) frame.appendChild(layer)
        piece.remove()
      } else {
        frame = piece
        // What lands at the origin of the page, bit by bit, is not to be seen before it is where it belongs.
        if (parts.length > 1) frame.visible = false
      }
      onProgress(i + 1, parts.length)
    }
    if (!frame || frame.children.length === 0)
      throw new RequestFailure('import-empty', 'the import drew nothing')
    return frame
  } catch (error) {
    frame?.remove()
    throw error
  }
}

/** `createNodeFromSvg` is typed as a frame, but gives a GROUP for a root without a size, and throws values that are no Errors. */
function importSvg(figma: PluginAPI, svg: string): FrameNode {
  let node: SceneNode
  try {
    node = figma.createNodeFromSvg(svg) as SceneNode
  } catch (error) {
    throw new RequestFailure('import-refused', `createNodeFromSvg threw ${describe(error)}`)
  }
  if (node.type === 'FRAME') return node
  node.remove()
  throw new RequestFailure('import-refused', `createNodeFromSvg gave a ${node.type}`)
}

/** Layers that are no groups. Ours have groups of one level only. */
export const countLayers = (frame: FrameNode): number =>
  frame.children.reduce((sum, layer) => sum + ('children' in layer ? layer.children.length : 1), 0)

/** Removes the rectangle at the back, which is as large as the frame, and gives its paint. */
export function takeFill(frame: FrameNode): readonly Paint[] {
  const [canvas] = frame.children
  if (canvas?.type !== 'VECTOR' || typeof canvas.fills === 'symbol') {
    throw new RequestFailure('import-refused', `the background came as a ${canvas?.type}`)
  }
  const { fills } = canvas
  canvas.remove()
  return fills
}
