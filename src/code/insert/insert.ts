import { createSerialQueue } from '../../async/serial-queue'
import type { Inserted, Note, Picture } from '../../protocol/contract'
import { RequestFailure } from '../../protocol/fault'
import { canvasStrings } from '../../strings/canvas'
import { truncate } from '../../text/truncate'
import { bindColors } from '../colors/bind'
import { centerOf, visibleShare } from '../placement/boxes'
import { type ReadScene, readScene } from '../placement/read-scene'
import { place, placeAt, placeBeside, replaceBlocker } from '../placement/rules'
import type { Place } from '../placement/snapshots'
import { writeRecipe } from '../recipe'
import { type Converted, convert } from './convert'
import { fitTo } from './fit-to'
import { extractBackgroundFill, importParts } from './import'
import { putWhereVisible } from './put-where-visible'
import { fitInto, replaceLayer } from './replace-layer'

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

/** Figma displays long layer names badly. The whole prompt is in the recipe. */
const MAX_NAME_LENGTH = 80

/** If a smaller share of a picture is in view, the view scrolls to it. */
const MIN_SHARE_IN_VIEW = 0.1

/**
 * Inserts prepared pictures into the current page, one after another, each as one undo step: placed as `placement/` says, named,
 * selected, with their recipe. If inserting fails or is stopped, the document is unchanged.
 */
export function createInserter(figma: PluginAPI, { onProgress, pause }: InsertOptions) {
  let stops = 0
  const enqueue = createSerialQueue()
  /** Layers that are on the page but not yet in their place. */
  let unfinished: SceneNode[] = []

  const discard = () => {
    for (const layer of unfinished) if (!layer.removed) layer.remove()
    unfinished = []
  }

  async function insert(picture: Picture, drop: Drop | null): Promise<Inserted> {
    const before = stops
    const isStopped = () => stops !== before
    try {
      const onLayer = (layer: SceneNode) => {
        unfinished.push(layer)
      }
      const { frame, layers } = await importParts(figma, picture.parts, {
        onProgress,
        isStopped,
        pause,
        onLayer,
      })
      const fills = picture.frameFill && picture.as !== 'vector' ? extractBackgroundFill(frame) : []
      // Set explicitly, because it is undocumented which fill an imported frame has.
      frame.fills = fills
      const isFlattened = picture.as === 'vector'
      const binding = await bindColors(figma, frame, picture.bindings, { pause, isStopped, isFlattened })
      const target = await find(figma, picture.replace)
      if (target && blockerOf(figma, target) === null) await fitInto(frame, target, pause)
      if (isStopped()) throw new RequestFailure('stopped', 'before it was in its place')
      // From here on, no `await`: the user must never see an intermediate state.
      initFrame(frame, truncate(picture.name.replace(/\s+/g, ' ').trim(), MAX_NAME_LENGTH))
      const where = choosePlace(figma, picture, frame, target, drop)
      if (where.place) fitTo(frame, where.place.size)
      const converted = convert(figma, frame, picture.as, where.holder)
      const { layer } = converted
      onLayer(layer)
      writeRecipe(layer, picture.recipe)
      layer.setRelaunchData(canvasStrings.relaunch)
      const reason = where.place
        ? putWhereVisible(figma, converted, where.place, where.read)
        : replace(figma, target, converted)
      unfinished = []
      const note = reason ?? converted.note
      figma.currentPage.selection = [layer]
      scrollIntoView(figma, layer)
      if (note) figma.notify(canvasStrings.notes[note])
      figma.commitUndo()
      const remaining = layers - (fills.length > 0 ? 1 : 0)
      return { nodeId: layer.id, layers: converted.isFlat ? 1 : remaining, note, binding }
    } finally {
      discard()
    }
  }

  return {
    /** Stops the pictures that are being inserted. */
    stop(): void {
      stops += 1
    },
    /** Removes unfinished layers. Call it when the plugin closes, because pending work never continues after that. */
    discard,
    /** Inserts a picture. `drop`, if any, overrides the placement rules. Rejects with RequestFailure. */
    insert: (picture: Picture, drop: Drop | null = null): Promise<Inserted> =>
      enqueue(() => insert(picture, drop)),
  }
}

interface Choice {
  readonly read: ReadScene
  /** Null if it replaces another layer. */
  readonly place: Place | null
  readonly holder: BaseNode | null
}

/** Chooses where the frame goes: where it was dropped, in place of `target`, or where the rules say. */
function choosePlace(
  figma: PluginAPI,
  { replace }: Picture,
  frame: FrameNode,
  target: SceneNode | null,
  drop: Drop | null,
): Choice {
  // The frame itself is on the page by now, and must not count as an obstacle.
  const read = readScene(figma, { except: frame.id })
  const { scene, snapshotOf, layerOf } = read
  const size = { width: frame.width, height: frame.height }
  const chosen = (where: Place): Choice => ({ read, place: where, holder: layerOf(where.parent) })
  if (drop) return chosen(placeAt(scene, snapshotOf(drop.target), drop, size))
  if (target) {
    const obstacle = replaceBlocker(snapshotOf(target))
    return obstacle
      ? chosen(placeBeside(scene, snapshotOf(target), size, obstacle))
      : { read, place: null, holder: target.parent }
  }
  const where = place(scene, size)
  return chosen(replace === null ? where : { ...where, note: where.note ?? 'gone' })
}

/** Replaces `target` by the layer. If the document does not allow it, puts the layer beside it and returns why. */
function replace(figma: PluginAPI, target: SceneNode | null, converted: Converted): Note | null {
  if (!target) throw new Error('there is nothing to replace')
  try {
    replaceLayer(target, converted)
    return null
  } catch (error) {
    if (target.removed) throw error
    const { layer } = converted
    const read = readScene(figma, { except: layer.id })
    const size = { width: layer.width, height: layer.height }
    const where = placeBeside(read.scene, read.snapshotOf(target), size, 'not-replaceable')
    layer.visible = true
    return putWhereVisible(figma, converted, where, read)
  }
}

const blockerOf = (figma: PluginAPI, target: SceneNode): Note | null =>
  replaceBlocker(readScene(figma).snapshotOf(target))

/** Finds a layer on the current page; null if it no longer exists. */
async function find(figma: PluginAPI, id: string | null): Promise<SceneNode | null> {
  const node = id === null ? null : await figma.getNodeByIdAsync(id)
  if (!node || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') return null
  let page: BaseNode | null = node
  while (page && page.type !== 'PAGE') page = page.parent
  return page?.id === figma.currentPage.id ? (node as SceneNode) : null
}

/** Clipping is set explicitly, because it is undocumented whether an imported frame clips. */
function initFrame(frame: FrameNode, name: string): void {
  frame.name = name
  frame.clipsContent = true
  frame.visible = true
}

/** Scrolls to the layer unless enough of it is in view. */
function scrollIntoView(figma: PluginAPI, layer: SceneNode): void {
  const box = layer.absoluteBoundingBox
  const { bounds } = figma.viewport
  if (!box || visibleShare(box, bounds) >= MIN_SHARE_IN_VIEW) return
  if (box.width < bounds.width && box.height < bounds.height) figma.viewport.center = centerOf(box)
  else figma.viewport.scrollAndZoomIntoView([layer])
}
