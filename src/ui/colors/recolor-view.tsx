import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import { COLOR_MODES, type ColorMode, match } from '../../colors/match'
import { changes, layersWith, type Overrides } from '../../colors/plan'
import type { CanvasPalette } from '../../protocol/colors'
import type { Selection } from '../../protocol/contract'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Page } from '../parts/page'
import { Property } from '../parts/property'
import { Select } from '../parts/select'
import type { Sandbox } from '../platform/sandbox'
import { type ColorsStore, withTarget } from '../stores/colors'
import { useFileColors } from '../stores/use-file-colors'
import { Swaps } from './swaps'

/** In ms. Thousands of layers are recolored in many small slices. */
const TIMEOUT = 120_000

interface RecolorViewProps {
  readonly colors: ColorsStore
  readonly selection: ReadonlySignal<Selection>
  readonly sandbox: Sandbox
  readonly onBack: () => void
}

/** Recolors the layers that are selected on the canvas, whether or not they are Inkwright's. */
export function RecolorView({ colors, selection, sandbox, onBack }: RecolorViewProps) {
  const palette = useSignal<CanvasPalette | null>(null)
  const mode = useSignal<ColorMode>('keep')
  const overrides = useSignal<Overrides>(new Map())
  const isBusy = useSignal(false)
  const outcome = useSignal('')
  useAnnounced('recoloring', outcome.value)
  useFileColors(colors)

  const read = async () => {
    const reply = await sandbox.request('canvas.palette', {})
    // A newer request for another selection is running.
    if (!reply.ok && reply.error.code === 'stopped') return
    palette.value = reply.ok ? reply.value : null
    if (!reply.ok) outcome.value = strings.recolor.unreadable
  }
  useSignalEffect(() => {
    void selection.value
    void read()
  })

  const entries = (palette.value?.colors ?? []).map(({ color, uses, layers }) => ({
    color,
    uses,
    layers,
    detail: strings.result.layers(layers),
  }))
  const matches = match(entries, colors.candidates.value, mode.value)
  const { changes: todo, groups } = changes(entries, matches, overrides.value)
  const changed = new Set(todo.map(({ color }) => color))
  const affected = palette.value ? layersWith(changed, palette.value) : 0
  const apply = async () => {
    isBusy.value = true
    outcome.value = ''
    const reply = await sandbox.request('canvas.recolor', { changes: todo }, { timeout: TIMEOUT })
    isBusy.value = false
    overrides.value = new Map()
    mode.value = 'keep'
    outcome.value = reply.ok ? strings.recolor.done(reply.value, groups) : strings.recolor.failed
    await read()
  }
  return (
    <Page heading={strings.recolor.heading} back={strings.recolor.back} onBack={onBack}>
      {palette.value && <p class="quiet">{strings.recolor.facts(palette.value)}</p>}
      {entries.length > 0 && (
        <>
          <Property label={strings.colors.heading}>
            <Select
              id="recolor-way"
              label={strings.colors.heading}
              options={COLOR_MODES.map((value) => ({ value, name: strings.colorChoice.names[value] }))}
              value={mode.value}
              onChoose={(value) => {
                mode.value = value
              }}
            />
          </Property>
          <Swaps
            entries={entries}
            matches={matches}
            overrides={overrides.value}
            colors={colors}
            onChoose={(color, target) => {
              overrides.value = withTarget(overrides.value, color, target)
            }}
          />
          <Button fullWidth disabled={todo.length === 0} loading={isBusy.value} onClick={() => void apply()}>
            {strings.recolor.apply(affected)}
          </Button>
        </>
      )}
      {outcome.value && <p>{outcome.value}</p>}
    </Page>
  )
}
