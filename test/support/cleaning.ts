import type { DocumentBuilder } from 'figma-host/document'
import type { LayerSnapshot } from 'figma-host/editor'
import type { CleanedLayer } from '../../src/protocol/clean-up'
import { cleanLayer, cleanOptions } from '../../src/ui/stores/clean-layer'
import { prepare } from '../../src/vector/prepare'
import type { CodeStage } from './code-stage'

const LAYER_OPTIONS = { layers: 'merged', background: 'keep', holes: 'keep', unify: 0.02 } as const

interface CleaningOptions {
  readonly keepsOriginal?: boolean
  /** Receives the messages of layers that cannot be cleaned up. Without it, failures throw. */
  readonly failures?: string[]
}

async function asked<Value>(
  reply: Promise<{ ok: true; value: Value } | { ok: false; error: { code: string; message: string } }>,
): Promise<Value> {
  const answer = await reply
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

/** Returns which selected layers can be cleaned up. */
export const readCleanable = ({ panel }: CodeStage) => asked(panel.request('cleanUp.read', {}))

export const exportLayer = ({ panel }: CodeStage, nodeId: string) =>
  asked(panel.request('cleanUp.export', { nodeId }))

/** Cleans up a layer like the panel, without committing the undo step. Throws if that fails. */
export async function cleanOne(
  stage: CodeStage,
  nodeId: string,
  { keepsOriginal = false }: CleaningOptions = {},
): Promise<CleanedLayer> {
  const exported = await exportLayer(stage, nodeId)
  const prepared = prepare(exported.svg, cleanOptions(LAYER_OPTIONS, exported))
  return asked(stage.panel.request('cleanUp.replace', cleanLayer(nodeId, exported, prepared, keepsOriginal)))
}

/** Cleans up all possible layers of the selection. Returns the ids of the originals and of their replacements. */
export async function cleanSelection(
  stage: CodeStage,
  options: CleaningOptions = {},
): Promise<ReadonlyMap<string, CleanedLayer>> {
  const { layers } = await readCleanable(stage)
  const cleaned = new Map<string, CleanedLayer>()
  for (const { nodeId, blocker } of layers) {
    if (blocker !== null) continue
    try {
      cleaned.set(nodeId, await cleanOne(stage, nodeId, options))
    } catch (error) {
      if (!options.failures) throw error
      options.failures.push(String(error))
    }
  }
  await asked(
    stage.panel.request('cleanUp.end', { nodeIds: [...cleaned.values()].map(({ nodeId: id }) => id) }),
  )
  return cleaned
}

/** Two triangles, a disc, and a line in three colors. */
export const ICON = (b: DocumentBuilder, fields: object) => {
  const icon = b.frame({ fill: [], width: 48, height: 48, name: 'icon', ...fields })
  b.vector({ in: icon, path: 'M 0 0 L 20 0 L 20 20 Z', x: 4, y: 4, width: 20, height: 20, fill: '#cc0000' })
  b.vector({ in: icon, path: 'M 0 0 L 20 0 L 20 20 Z', x: 24, y: 24, width: 20, height: 20, fill: '#cc0000' })
  b.ellipse({ in: icon, x: 26, y: 2, width: 18, height: 18, fill: '#0000cc', opacity: 0.5 })
  b.vector({
    ...{ in: icon, path: 'M 0 0 L 40 20', x: 4, y: 24, width: 40, height: 20, fill: [], stroke: '#008800' },
    strokeWeight: 3,
  })
  return icon
}

/** Returns the bounding boxes of all layers on the page. */
export function boxesOf({ editor }: CodeStage) {
  const boxes = new Map<string, LayerSnapshot['absoluteBoundingBox']>()
  const note = (layer: LayerSnapshot) => {
    boxes.set(layer.id, layer.absoluteBoundingBox)
    layer.children.forEach(note)
  }
  editor.snapshot().layers.forEach(note)
  return boxes
}
