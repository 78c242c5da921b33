import { computed, signal } from '@preact/signals'
import type { OwnPicture } from '../../jobs/own-pictures'
import type { Cleanable, CleanableLayer, CleanedLayer } from '../../protocol/clean-up'
import { type CleanUpCounts, type CleanUpFailure, strings } from '../../strings'
import type { Preparer } from '../platform/preparer'
import type { Sandbox } from '../platform/sandbox'
import { cleanLayer, cleanOptions } from './clean-layer'
import type { SettingsStore } from './settings'

/** The outcome of a cleanup. */
export interface CleanUpResult extends CleanUpCounts {
  readonly failed: readonly { readonly name: string; readonly why: CleanUpFailure }[]
  /** Number of layers that were not reached. */
  readonly stopped: number
  /** Number of colors that lost their variables or styles. */
  readonly ambiguous: number
}

export type CleanUpState =
  | { readonly state: 'closed' | 'reading' | 'unreadable' | 'undone' }
  | ({ readonly state: 'ready' } & Cleanable)
  /** `at`: 1 for the first layer. */
  | { readonly state: 'running'; readonly at: number; readonly total: number; readonly name: string }
  | ({ readonly state: 'done' } & CleanUpResult)

interface CleanUpOptions {
  readonly sandbox: Sandbox
  readonly preparer: Preparer
  readonly settings: Pick<SettingsStore, 'layerOptions' | 'keepCleaned'>
  /** Adds an SVG to History. Resolves when it is stored. */
  readonly keep: (title: string, picture: OwnPicture) => Promise<void>
}

export type CleanUpStore = ReturnType<typeof createCleanUpStore>

/** In ms. Exporting and importing a complex layer blocks the sandbox. */
const TIMEOUT = 120_000

type Cleaned =
  | {
      readonly ok: true
      readonly cleaned: CleanedLayer
      readonly shapes: number
      readonly ambiguous: number
      /** The layer as it was exported. */
      readonly picture: OwnPicture
    }
  | { readonly ok: false; readonly why: CleanUpFailure | 'cancelled' }

export const isLossy = ({ losses }: CleanableLayer): boolean => losses.length > 0

/** Cleans up selected layers, one after another, without a key. */
export function createCleanUpStore({ sandbox, preparer, settings, keep }: CleanUpOptions) {
  const state = signal<CleanUpState>({ state: 'closed' })
  /** Whether layers that would lose something are left unchanged. */
  const leavesLossy = signal(false)
  const keepsOriginals = signal(false)
  let canceller = new AbortController()
  let reads = 0

  const todo = computed(() => {
    const now = state.value
    if (now.state !== 'ready') return []
    return now.layers.filter((layer) => layer.blocker === null && !(leavesLossy.value && isLossy(layer)))
  })

  async function read(): Promise<void> {
    reads += 1
    const own = reads
    const reply = await sandbox.request('cleanUp.read', {}, { timeout: TIMEOUT })
    // The selection changed in the meantime, or the view was closed.
    const { state: now } = state.peek()
    if (own !== reads || (now !== 'reading' && now !== 'ready' && now !== 'unreadable')) return
    state.value = reply.ok ? { state: 'ready', ...reply.value } : { state: 'unreadable' }
  }

  async function cleanOne({ nodeId }: CleanableLayer): Promise<Cleaned> {
    const exported = await sandbox.request('cleanUp.export', { nodeId }, { timeout: TIMEOUT })
    if (!exported.ok) return { ok: false, why: exported.error.code }
    const { svg, ambiguous } = exported.value
    const options = cleanOptions(settings.layerOptions.peek(), exported.value)
    const outcome = await preparer({ text: svg, options, signal: canceller.signal })
    if (!outcome.ok) return { ok: false, why: outcome.code }
    const { prepared } = outcome
    const clean = cleanLayer(nodeId, exported.value, prepared, keepsOriginals.peek())
    const reply = await sandbox.request('cleanUp.replace', clean, { timeout: TIMEOUT })
    if (!reply.ok) return { ok: false, why: reply.error.code }
    const { width, height, report } = prepared
    const picture = { svg, width, height }
    return { ok: true, cleaned: reply.value, shapes: report.shapesIn, ambiguous, picture }
  }

  /** Cleans up layers and selects the results. One undo step, even if it was stopped. */
  async function clean(
    layers: readonly CleanableLayer[],
    onLayer: (at: number, layer: CleanableLayer) => void,
  ): Promise<CleanUpResult> {
    canceller = new AbortController()
    const nodeIds: string[] = []
    const kept: Promise<void>[] = []
    const failed: { readonly name: string; readonly why: CleanUpFailure }[] = []
    let [before, after, ambiguous, taken] = [0, 0, 0, 0]
    for (const [i, layer] of layers.entries()) {
      onLayer(i + 1, layer)
      const cleaned = await cleanOne(layer)
      if (!cleaned.ok && cleaned.why === 'cancelled') break
      taken += 1
      if (cleaned.ok) {
        nodeIds.push(cleaned.cleaned.nodeId)
        before += cleaned.shapes
        after += cleaned.cleaned.layers
        ambiguous += cleaned.ambiguous
        if (settings.keepCleaned.peek()) kept.push(keep(layer.name || strings.untitled, cleaned.picture))
      } else if (cleaned.why !== 'cancelled') failed.push({ name: layer.name, why: cleaned.why })
      if (canceller.signal.aborted) break
    }
    await sandbox.request('cleanUp.end', { nodeIds })
    // The quick action closes the plugin after this.
    await Promise.all(kept)
    return { cleaned: nodeIds.length, before, after, failed, ambiguous, stopped: layers.length - taken }
  }

  return {
    state,
    leavesLossy,
    keepsOriginals,
    /** The layers that Clean up would process. */
    todo,
    isOpen: computed(() => state.value.state !== 'closed'),
    clean,
    read: () => sandbox.request('cleanUp.read', {}, { timeout: TIMEOUT }),
    open(): void {
      state.value = { state: 'reading' }
      void read()
    },
    /** Called when the selection changes. Reads it again unless another state is shown. */
    refresh(): void {
      const { state: now } = state.peek()
      if (now === 'ready' || now === 'unreadable') void read()
    },
    async run(): Promise<void> {
      const layers = todo.peek()
      if (layers.length === 0) return
      const result = await clean(layers, (at, { name }) => {
        state.value = { state: 'running', at, total: layers.length, name }
      })
      state.value = { state: 'done', ...result }
    },
    /** Stops after the current layer. Layers that are done stay cleaned up. */
    stop(): void {
      canceller.abort()
    },
    undone(): void {
      state.value = { state: 'undone' }
    },
    close(): void {
      if (state.peek().state === 'running') canceller.abort()
      else state.value = { state: 'closed' }
    },
  }
}
