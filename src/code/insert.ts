import { describe, type Handlers } from '../protocol/channel'
import type { codeContract } from '../protocol/contract'
import { RequestFailure } from '../protocol/fault'
import { centredIn } from './placement'

type Insert = Handlers<typeof codeContract>['picture.insert']

/** Figma shows long layer names badly; the whole prompt is the picture's recipe, not its label. */
const NAME_LENGTH = 80

/**
 * Puts a prepared picture on the current page: in the middle of the view, named, selected, as one undo step.
 * Fails as a whole: when anything goes wrong after the import, what was imported is removed again.
 */
export function insertHandler(figma: PluginAPI): Insert {
  return ({ svg, name, width, height, frameFill }) => {
    const node = importSvg(figma, svg)
    try {
      const fills = frameFill ? takeFill(node) : []
      const layers = node.findAll((layer) => !('children' in layer)).length
      if (layers === 0) throw new RequestFailure('import-empty', 'the import drew nothing')
      dress(node, layerName(name), fills)
      const at = centredIn(figma.viewport.center, { width, height })
      node.x = at.x
      node.y = at.y
      figma.currentPage.selection = [node]
      figma.commitUndo()
      return { nodeId: node.id, layers }
    } catch (error) {
      node.remove()
      throw error
    }
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

/** Removes the rectangle at the back, which is as large as the frame, and gives its paint. */
function takeFill(frame: FrameNode): readonly Paint[] {
  const [canvas] = frame.children
  if (canvas?.type !== 'VECTOR' || typeof canvas.fills === 'symbol') {
    throw new RequestFailure('import-refused', `the background came as a ${canvas?.type}`)
  }
  const { fills } = canvas
  canvas.remove()
  return fills
}

/** What the import leaves open is said, not assumed: a wrapper without a fill but the one it is given, which clips what reaches over its edge. */
function dress(frame: FrameNode, name: string, fills: readonly Paint[]): void {
  frame.name = name
  frame.fills = fills
  frame.clipsContent = true
}

function layerName(prompt: string): string {
  const line = prompt.replace(/\s+/g, ' ').trim()
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH - 1).trim()}…` : line
}
