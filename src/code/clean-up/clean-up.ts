import type { Handlers } from '../../protocol/channel'
import type { codeContract } from '../../protocol/contract'
import { RequestFailure } from '../../protocol/fault'
import { find } from '../insert/choose-place'
import type { ImportOptions } from '../insert/import'
import { readScene } from '../placement/read-scene'
import { cleanUpBlocker } from './cleanable'
import { exportLayer } from './export'
import { readCleanable } from './read'
import { replaceByCleaned } from './replace'

type CleanUpRequest = 'cleanUp.read' | 'cleanUp.export' | 'cleanUp.replace' | 'cleanUp.end'

/** The handlers that clean up selected layers, one after another, as one undo step. */
export function createCleaner(
  figma: PluginAPI,
  { pause, capabilities }: Pick<ImportOptions, 'pause' | 'capabilities'>,
) {
  /** Layers that are on the page but not yet in their place. */
  let unfinished: SceneNode[] = []
  const onLayer = (layer: SceneNode) => {
    unfinished.push(layer)
  }
  const discard = () => {
    for (const layer of unfinished) if (!layer.removed) layer.remove()
    unfinished = []
  }

  async function need(id: string): Promise<SceneNode> {
    const layer = await find(figma, id)
    if (!layer) throw new RequestFailure('layer-gone', 'it is not on this page')
    const blocker = cleanUpBlocker(layer, readScene(figma))
    if (blocker !== null) throw new RequestFailure('not-replaced', blocker)
    return layer
  }

  /** If the work fails, removes everything that it made. */
  async function undone<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work()
      unfinished = []
      return result
    } finally {
      discard()
    }
  }

  const handlers: Pick<Handlers<typeof codeContract>, CleanUpRequest> = {
    'cleanUp.read': () => readCleanable(figma, pause),
    'cleanUp.export': ({ nodeId }) =>
      undone(async () => exportLayer(figma, await need(nodeId), { pause, onLayer })),
    'cleanUp.replace': (clean) =>
      undone(async () =>
        replaceByCleaned(figma, await need(clean.nodeId), clean, {
          ...{ pause, capabilities, onLayer, onProgress: () => undefined, isStopped: () => false },
        }),
      ),
    'cleanUp.end': async ({ nodeIds }) => {
      const layers = await Promise.all(nodeIds.map((id) => find(figma, id)))
      const found = layers.filter((layer): layer is SceneNode => layer !== null)
      if (found.length > 0) figma.currentPage.selection = found
      figma.commitUndo()
      return {}
    },
  }
  return { handlers, discard }
}
