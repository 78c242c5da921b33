import type { CleanedLayer } from '../../src/protocol/clean-up'
import { cleanLayer, cleanOptions } from '../../src/ui/stores/clean-layer'
import { prepare } from '../../src/vector/prepare'
import type { CodeStage } from './code-stage'

const LAYER_OPTIONS = { layers: 'merged', background: 'keep', holes: 'keep', unify: 0.02 } as const

interface CleaningOptions {
  readonly keepsOriginal?: boolean
  /** Gets the messages of what cannot be cleaned up; a failure throws where there is no list. */
  readonly failures?: string[]
}

async function asked<Value>(
  reply: Promise<{ ok: true; value: Value } | { ok: false; error: { code: string; message: string } }>,
): Promise<Value> {
  const answer = await reply
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value
}

/** What can be cleaned up of the selection. */
export const readCleanable = ({ panel }: CodeStage) => asked(panel.request('cleanUp.read', {}))

export const exportLayer = ({ panel }: CodeStage, nodeId: string) =>
  asked(panel.request('cleanUp.export', { nodeId }))

/** Cleans a layer up as the panel does, and does not end the undo step. Throws where that fails. */
export async function cleanOne(
  stage: CodeStage,
  nodeId: string,
  { keepsOriginal = false }: CleaningOptions = {},
): Promise<CleanedLayer> {
  const exported = await exportLayer(stage, nodeId)
  const prepared = prepare(exported.svg, cleanOptions(LAYER_OPTIONS, exported))
  return asked(stage.panel.request('cleanUp.replace', cleanLayer(nodeId, exported, prepared, keepsOriginal)))
}

/** Cleans all of the selection up that can be. Returns the ids, of the original and what is in its place. */
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
