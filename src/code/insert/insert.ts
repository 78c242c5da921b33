import { createSerialQueue } from '../../async/serial-queue'
import type { Inserted, Note, Picture } from '../../protocol/contract'
import { RequestFailure } from '../../protocol/fault'
import { canvasStrings } from '../../strings/canvas'
import { truncate } from '../../text/truncate'
import { bindColors } from '../colors/bind'
import { middleOf, visibleShare } from '../placement/boxes'
import { type ReadScene, readScene } from '../placement/read-scene'
import { place, placeAt, placeBeside, replaceBlocker } from '../placement/rules'
import type { Place } from '../placement/snapshots'
import { writeRecipe } from '../recipe'
import { type Converted, convert } from './convert'
import { fitTo } from './fit-to'
import { importParts, takeFill } from './import'
import { putWhereSeen } from './put-where-seen'
import { fitInto, takePlaceOf } from './take-place'

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
 * step, one after the other. Fails as a whole: when anything goes wrong or is stopped, the document is as it was.
 */
export function createInserter(figma: PluginAPI, { onProgress, pause }: InsertOptions) {
  let stops = 0
  let running: Promise<unknown> | null = null
  const enqueue = createSerialQueue()
  /** What is on the page already, but not in its place. */
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
      const fills = picture.frameFill && picture.as !== 'vector' ? takeFill(frame) : []
      // Said, not assumed: the wrapper has no fill but the one that it is given.
      frame.fills = fills
      const isFlattened = picture.as === 'vector'
      const binding = await bindColors(figma, frame, picture.bindings, { pause, isStopped, isFlattened })
      const target = await find(figma, picture.replace)
      if (target && blockerOf(figma, target) === null) await fitInto(frame, target, pause)
      if (isStopped()) throw new RequestFailure('stopped', 'before it was in its place')
      // From here on nothing waits: nobody sees the picture, or the layer that it replaces, halfway.
      initFrame(frame, truncate(picture.name.replace(/\s+/g, ' ').trim(), NAME_LENGTH))
      const where = choosePlace(figma, picture, frame, target, drop)
      if (where.place) fitTo(frame, where.place.size)
      const converted = convert(figma, frame, picture.as, where.holder)
      const { layer } = converted
      onLayer(layer)
      writeRecipe(layer, picture.recipe)
      layer.setRelaunchData(canvasStrings.relaunch)
      const reason = where.place
        ? putWhereSeen(figma, converted, where.place, where.read)
        : replace(figma, target, converted)
      unfinished = []
      const note = reason ?? converted.note
      figma.currentPage.selection = [layer]
      bringIntoSight(figma, layer)
      if (note) figma.notify(canvasStrings.notes[note])
      figma.commitUndo()
      const remaining = layers - (fills.length > 0 ? 1 : 0)
      return { nodeId: layer.id, layers: converted.isFlat ? 1 : remaining, note, binding }
    } finally {
      running = null
      discard()
    }
  }

  const stop = () => {
    stops += 1
  }

  return {
    /** Gives up what is being inserted. */
    stop,
    /** Takes back what is being inserted or, where nothing is, the last step. False where the editor cannot. */
    async undo(): Promise<boolean> {
      if (running) {
        stop()
        await running.catch(() => undefined)
        return true
      }
      // Editors of before the end of 2025 have no such function.
      if (typeof figma.triggerUndo !== 'function') return false
      figma.triggerUndo()
      return true
    },
    /** Removes what is not in its place yet: for the end of the plugin, which nothing that waits outlives. */
    discard,
    /** Rejects with RequestFailure. `drop`: where it was dropped, which goes before the rules. */
    insert: (picture: Picture, drop: Drop | null = null): Promise<Inserted> =>
      enqueue(() => {
        const inserting = insert(picture, drop)
        running = inserting
        return inserting
      }),
  }
}

interface Choice {
  readonly read: ReadScene
  /** Null where it takes the place of another layer. */
  readonly place: Place | null
  readonly holder: BaseNode | null
}

/** Where the frame goes: into the place of `target`, where it was dropped, or where the rules say. */
function choosePlace(
  figma: PluginAPI,
  { replace }: Picture,
  frame: FrameNode,
  target: SceneNode | null,
  drop: Drop | null,
): Choice {
  // The frame itself is on the page by now, and in nobody's way.
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

/** Puts the layer in the place of another, or beside it where the document does not let it. Returns why. */
function replace(figma: PluginAPI, target: SceneNode | null, converted: Converted): Note | null {
  if (!target) throw new Error('there is nothing to replace')
  try {
    takePlaceOf(target, converted)
    return null
  } catch (error) {
    if (target.removed) throw error
    const { layer } = converted
    const read = readScene(figma, { except: layer.id })
    const size = { width: layer.width, height: layer.height }
    const where = placeBeside(read.scene, read.snapshotOf(target), size, 'not-replaceable')
    layer.visible = true
    return putWhereSeen(figma, converted, where, read)
  }
}

const blockerOf = (figma: PluginAPI, target: SceneNode): Note | null =>
  replaceBlocker(readScene(figma).snapshotOf(target))

/** A layer of the current page that is still there. */
async function find(figma: PluginAPI, id: string | null): Promise<SceneNode | null> {
  const node = id === null ? null : await figma.getNodeByIdAsync(id)
  if (!node || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') return null
  let page: BaseNode | null = node
  while (page && page.type !== 'PAGE') page = page.parent
  return page?.id === figma.currentPage.id ? (node as SceneNode) : null
}

/** What the import leaves open is said, not assumed: a wrapper that clips what reaches over its edge. */
function initFrame(frame: FrameNode, name: string): void {
  frame.name = name
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
