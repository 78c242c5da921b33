import { createSerialQueue } from '../../async/serial-queue'
import { describe } from '../../protocol/channel'
import type { Inserted, Insertion, Note } from '../../protocol/contract'
import { RequestFailure } from '../../protocol/fault'
import { COMPLETE } from '../../protocol/finish'
import type { Recipe } from '../../protocol/recipe'
import { canvasStrings } from '../../strings/canvas'
import type { Capabilities } from '../capabilities'
import { writeRecipe } from '../recipe'
import { blockerOf, choosePlace, type Drop, find, replace } from './choose-place'
import { type Converted, convert } from './convert'
import { type Drawn, draw, initFrame } from './draw'
import { createFitTo } from './fit-to'
import { putWhereVisible } from './put-where-visible'
import { fitInto } from './replace-layer'
import { scrollIntoView } from './scroll-into-view'

export interface InsertOptions {
  readonly onProgress: (done: number, total: number) => void
  readonly pause: () => Promise<void>
  readonly capabilities: Capabilities
}

/**
 * Inserts prepared pictures into the current page, one request after another, the pictures of a request as one undo step: placed
 * as `placement/` says, named, selected, with their recipes. If inserting fails or is stopped, the document is unchanged.
 */
export function createInserter(figma: PluginAPI, { onProgress, pause, capabilities }: InsertOptions) {
  const fitTo = createFitTo(capabilities)
  let stops = 0
  let running: Promise<unknown> | null = null
  const enqueue = createSerialQueue()
  /** Layers that are on the page but not yet in their place. */
  let unfinished: SceneNode[] = []

  const discard = () => {
    for (const layer of unfinished) if (!layer.removed) layer.remove()
    unfinished = []
  }
  const onLayer = (layer: SceneNode) => {
    unfinished.push(layer)
  }

  async function insert(insertion: Insertion, drop: Drop | null): Promise<Inserted[]> {
    const before = stops
    const isStopped = () => stops !== before
    try {
      const drawn = await drawAll(insertion, isStopped)
      const target = await find(figma, insertion.replace)
      const [first] = drawn
      if (first && target && blockerOf(figma, target) === null)
        await fitInto(first.frame, target, { fitTo, pause })
      if (isStopped()) throw new RequestFailure('stopped', 'before it was in its place')
      // From here on, no `await`: the user must never see an intermediate state.
      drawn.forEach(initFrame)
      const where = choosePlace(
        figma,
        drawn.map(({ frame }) => frame),
        { insertion, target, drop },
      )
      const converted = drawn.map(({ frame, picture }, i): Converted => {
        const spot = where.place?.spots[i]
        if (spot) fitTo(frame, spot)
        const made = convert(figma, frame, picture, where.holder)
        onLayer(made.layer)
        tolerate(() => writeRecipe(made.layer, picture.recipe))
        tolerate(() => made.layer.setRelaunchData(relaunchOf(picture.recipe)))
        return made
      })
      const reason = where.place
        ? putWhereVisible(figma, converted, where.place, where.read, fitTo)
        : replace(figma, target, converted[0], fitTo)
      unfinished = []
      const layers = converted.map(({ layer }) => layer)
      tolerate(() => {
        figma.currentPage.selection = layers
      })
      tolerate(() => scrollIntoView(figma, layers))
      const inserted = converted.map((made, i) => report(made, drawn[i], reason))
      tolerate(() => say(inserted))
      tolerate(() => figma.commitUndo())
      return inserted
    } finally {
      running = null
      discard()
    }
  }

  async function drawAll({ pictures }: Insertion, isStopped: () => boolean): Promise<Drawn[]> {
    const total = pictures.reduce((sum, { parts }) => sum + parts.length, 0)
    const drawn: Drawn[] = []
    let done = 0
    for (const picture of pictures) {
      const before = done
      drawn.push(
        await draw(figma, picture, {
          onProgress: (parts) => onProgress(before + parts, total),
          ...{ isStopped, pause, onLayer, capabilities },
        }),
      )
      done += picture.parts.length
      if (pictures.length > 1) await pause()
    }
    return drawn
  }

  /** Shows once why the pictures are not where, or not what, the user asked for. */
  function say(inserted: readonly Inserted[]): void {
    const note = inserted.find((each) => each.note)?.note
    if (note) figma.notify(canvasStrings.note(note, inserted.length))
  }

  const stop = () => {
    stops += 1
  }

  return {
    /** Stops the pictures that are being inserted. */
    stop,
    /** Stops the pictures that are being inserted or, if there are none, undoes the last step. False if the editor cannot. */
    async undo(): Promise<boolean> {
      if (running) {
        stop()
        await running.catch(() => undefined)
        return true
      }
      // Editors from before the end of 2025 do not have this function.
      if (typeof figma.triggerUndo !== 'function') return false
      // It must not undo more than the last step.
      if (await capabilities.hasKept('undo-button')) return false
      figma.triggerUndo()
      return true
    },
    /** Removes unfinished layers. Call it when the plugin closes, because pending work never continues after that. */
    discard,
    /** Inserts pictures. `drop`, if any, overrides the placement rules. Rejects with RequestFailure. */
    insert: (insertion: Insertion, drop: Drop | null = null): Promise<Inserted[]> =>
      enqueue(() => {
        const inserting = insert(insertion, drop)
        running = inserting
        return inserting
      }),
  }
}

/** Runs an optional step: the picture is right without it. */
function tolerate(run: () => void): void {
  try {
    run()
  } catch (error) {
    console.warn(`after inserting: ${describe(error)}`)
  }
}

function report({ layer, isFlat, note }: Converted, drawn: Drawn | undefined, reason: Note | null): Inserted {
  const { layers = 0, binding = { bound: 0, of: 0, failed: [] }, finish = COMPLETE } = drawn ?? {}
  return { nodeId: layer.id, layers: isFlat ? 1 : layers, note: reason ?? note, binding, finish }
}

/** Returns the buttons that Figma shows for the layer. Pictures that were not generated cannot be drawn again. */
function relaunchOf({ origin }: Recipe): { readonly [command: string]: string } {
  const { recolour } = canvasStrings.relaunch
  return origin === undefined ? canvasStrings.relaunch : { recolour }
}
