import { type ReadonlySignal, signal } from '@preact/signals'
import { FACT_GROUPS, FACTS, type FactGroup } from '../../protocol/check'
import type { Clock } from '../../segmind/http'
import { type CheckGroup, strings } from '../../strings'
import type { Sandbox } from '../platform/sandbox'
import { editorProbes } from './editor-probes'
import { isDiffering, type Line, stateOf, unclearLine } from './lines'
import { type NetworkOptions, networkProbes, type PictureOutcome, pictureLine } from './network-probes'

/** Timeout of a group of checks, in ms. */
const TIMEOUT = 60_000

/** The group of lines in which each group of the sandbox's facts is shown. */
const SHOWN_IN: Readonly<Record<FactGroup, CheckGroup>> = {
  storage: 'storage',
  import: 'import',
  canvas: 'canvas',
  undo: 'canvas',
  speed: 'canvas',
}

export type CheckState =
  | { readonly state: 'idle' | 'stopped' }
  | {
      readonly state: 'running'
      readonly step: CheckGroup | 'picture'
      readonly done: number
      readonly of: number
    }
  | { readonly state: 'done'; readonly at: number }

export type CheckStore = ReturnType<typeof createCheckStore>

interface CheckOptions {
  readonly sandbox: Pick<Sandbox, 'request' | 'on'>
  readonly clock: Clock
  readonly network: () => Omit<NetworkOptions, 'signal'>
  /** Orders one picture, which costs money. Resolves when its job stops or ends. */
  readonly drawPicture: () => Promise<PictureOutcome>
  readonly announce: (text: string) => void
  /** Takes what the device stores, in bytes. */
  readonly onSpace: (bytes: number) => void
}

/** The check of this installation. It continues while another tab is open, until it is done or stopped. */
export function createCheckStore(options: CheckOptions) {
  const { sandbox, clock, network, drawPicture, announce, onSpace } = options
  const state = signal<CheckState>({ state: 'idle' })
  const lines = signal<readonly Line[]>([])
  let running: AbortController | null = null

  async function run(withPicture: boolean, { signal: stopped }: AbortController): Promise<void> {
    lines.value = []
    const probes: {
      readonly step: CheckGroup | 'picture'
      readonly probe: () => Promise<readonly Line[]>
    }[] = [
      ...editorProbes(sandbox).map((probe) => ({
        step: 'editor' as const,
        probe: async () => [await probe()],
      })),
      ...FACT_GROUPS.map((group) => ({ step: SHOWN_IN[group], probe: () => ask(group) })),
      ...networkProbes({ ...network(), signal: stopped }).map((probe) => ({
        step: 'network' as const,
        probe,
      })),
      ...(withPicture
        ? [{ step: 'picture' as const, probe: async () => [pictureLine(await drawPicture())] }]
        : []),
    ]
    for (const [done, { step, probe }] of probes.entries()) {
      state.value = { state: 'running', step, done, of: probes.length }
      const found = await Promise.race([probe(), aborted(stopped)])
      if (stopped.aborted || !found) return
      lines.value = [...lines.value, ...found]
    }
    state.value = { state: 'done', at: clock.now() }
    announce(summaryOf(lines.value))
  }

  async function ask(group: FactGroup): Promise<readonly Line[]> {
    const reply = await sandbox.request('check.run', { group }, { timeout: TIMEOUT })
    if (!reply.ok) return FACTS[group].map((id) => unclearLine(id, reply.error.code))
    const { findings } = reply.value
    const space = findings.find(({ id }) => id === 'storage-limit')
    const bytes = Number(space?.found)
    if (space && space.verdict !== 'unclear' && bytes > 0) onSpace(bytes)
    return findings
  }

  return {
    state: state as ReadonlySignal<CheckState>,
    /** The results so far. */
    lines: lines as ReadonlySignal<readonly Line[]>,
    /** Starts the check from the beginning. `withPicture` costs the price of one picture. */
    async start(withPicture: boolean): Promise<void> {
      if (running) return
      running = new AbortController()
      announce(strings.check.started)
      try {
        await run(withPicture, running)
      } finally {
        running = null
      }
    },
    /** Stops the check. Layers it has made are removed; a picture that was ordered is still drawn. */
    stop(): void {
      if (!running) return
      running.abort()
      state.value = { state: 'stopped' }
      void sandbox.request('check.stop', {})
      announce(strings.check.stopped)
    },
  }
}

/** Returns the sentence that sums up the results. */
export const summaryOf = (lines: readonly Line[]): string =>
  strings.check.summary(
    lines.filter(isDiffering).length,
    lines.filter((line) => stateOf(line) === 'problem').length,
  )

/** Resolves to null when the signal is aborted. */
const aborted = (stopped: AbortSignal) =>
  new Promise<null>((resolve) => {
    stopped.addEventListener('abort', () => resolve(null), { once: true })
  })
