import type { Inserted, Note, Picture } from '../../protocol/contract'
import { notes, relaunch } from '../../words/canvas'
import { middleOf, visibleShare } from '../placement/boxes'
import { readScene } from '../placement/read-scene'
import { place, placeAt } from '../placement/rules'
import { stamp } from '../recipe'
import { convert } from './convert'
import { countLayers, importParts, takeFill } from './import'
import { obstacleToReplace, put, takePlaceOf } from './put'

/** A layer or page, and a point in its coordinates. */
export interface Drop {
  readonly target: BaseNode
  readonly x: number
  readonly y: number
}

export interface InsertOptions {
  readonly onProgress: (done: number, total: number) => void
  readonly pause: () => Promise<void>
}

/** Figma shows long layer names badly; the whole prompt is the picture's recipe, not its label. */
const NAME_LENGTH = 80

/** Less of a picture in view than this, and the eye does not find it. */
const IN_SIGHT = 0.1

/**
 * Puts prepared pictures on the current page, where `placement/` says: named, selected, with their recipe, each as one undo
 * step. Fails as a whole: when anything goes wrong or is stopped, what was imported is removed again.
 */
export function createInserter(figma: PluginAPI, { onProgress, pause }: InsertOptions) {
  let stops = 0
  return {
    /** Gives up what is being inserted. */
    stop(): void {
      stops += 1
    },
    /** Rejects with RequestFailure. `drop`: where it was dropped, which goes before the rules. */
    async insert(picture: Picture, drop: Drop | null = null): Promise<Inserted> {
      const before = stops
      const isStopped = () => stops !== before
      const frame = await importParts(figma, picture.parts, { onProgress, pause, isStopped })
      try {
        const layers = countLayers(frame) - (picture.frameFill ? 1 : 0)
        const { layer, note } = await settle(figma, picture, frame, drop)
        figma.currentPage.selection = [layer]
        bringIntoSight(figma, layer)
        if (note) figma.notify(notes[note])
        figma.commitUndo()
        return { nodeId: layer.id, layers, note }
      } catch (error) {
        if (!frame.removed) frame.remove()
        throw error
      }
    },
  }
}

/** Dresses the frame, puts it in its place and makes of it what was asked for. */
async function settle(
  figma: PluginAPI,
  picture: Picture,
  frame: FrameNode,
  drop: Drop | null,
): Promise<{ readonly layer: SceneNode; readonly note: Note | null }> {
  // Flattened, a frame's own fill would be lost.
  const fills = picture.frameFill && picture.as !== 'vector' ? takeFill(frame) : []
  dress(frame, layerName(picture.name), fills)
  const target = picture.replace === null ? null : await find(figma, picture.replace)
  const hindrance = picture.replace === null ? null : target ? obstacleTo(figma, target) : 'gone'
  let note: Note | null = hindrance
  if (target && !hindrance) takePlaceOf(target, frame)
  else note = putByRules(figma, picture, frame, drop) ?? hindrance
  const { layer, note: failing } = convert(figma, frame, picture.as)
  stamp(layer, picture.recipe)
  layer.setRelaunchData(relaunch)
  return { layer, note: note ?? failing }
}

const obstacleTo = (figma: PluginAPI, target: SceneNode): Note | null =>
  obstacleToReplace(readScene(figma).spotOf(target))

function putByRules(
  figma: PluginAPI,
  { width, height }: Picture,
  frame: FrameNode,
  drop: Drop | null,
): Note | null {
  // The frame itself is on the page by now, and in nobody's way.
  const read = readScene(figma, { except: frame.id })
  const size = { width, height }
  const where = drop ? placeAt(read.scene, read.spotOf(drop.target), drop, size) : place(read.scene, size)
  put(frame, where, read)
  return where.note
}

/** A layer of the current page that is still there. */
async function find(figma: PluginAPI, id: string): Promise<SceneNode | null> {
  const node = await figma.getNodeByIdAsync(id)
  if (!node || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') return null
  let page: BaseNode | null = node
  while (page && page.type !== 'PAGE') page = page.parent
  return page?.id === figma.currentPage.id ? (node as SceneNode) : null
}

/** What the import leaves open is said, not assumed: a wrapper without a fill but the one it is given, which clips what reaches over its edge. */
function dress(frame: FrameNode, name: string, fills: readonly Paint[]): void {
  frame.name = name
  frame.fills = fills
  frame.clipsContent = true
  frame.visible = true
}

/** Moves the view only where the picture would not be seen. */
function bringIntoSight(figma: PluginAPI, layer: SceneNode): void {
  const box = layer.absoluteBoundingBox
  const { bounds } = figma.viewport
  if (!box || visibleShare(box, bounds) >= IN_SIGHT) return
  if (box.width < bounds.width && box.height < bounds.height) figma.viewport.center = middleOf(box)
  else figma.viewport.scrollAndZoomIntoView([layer])
}

function layerName(prompt: string): string {
  const line = prompt.replace(/\s+/g, ' ').trim()
  return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH - 1).trim()}…` : line
}
