import { useSignal, useSignalEffect } from '@preact/signals'
import { match, type Way } from '../../colours/match'
import { changes, layersWith, type Overrides } from '../../colours/plan'
import type { CanvasPalette } from '../../protocol/colours'
import * as words from '../../words'
import { Picker } from '../create/picker'
import type { Panel } from '../panel'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Page } from '../parts/page'
import { withTarget } from '../stores/colours'
import { PaletteEditor } from './palette-editor'
import { useFileColors } from './use-file-colors'
import { WAYS } from './ways'

/** Thousands of layers are recoloured in many small slices. In ms. */
const TIMEOUT = 120_000

/** The colours of what is selected on the canvas, whoever drew it, to be made others. */
export function RecolourView({ panel }: { readonly panel: Panel }) {
  const { colours, canvas, sandbox } = panel
  const palette = useSignal<CanvasPalette | null>(null)
  const way = useSignal<Way>('keep')
  const overrides = useSignal<Overrides>(new Map())
  const isBusy = useSignal(false)
  const outcome = useSignal('')
  useAnnounced('recoloring', outcome.value)
  useFileColors(colours)

  const read = async () => {
    const reply = await sandbox.request('canvas.palette', {})
    // Another selection was asked about meanwhile.
    if (!reply.ok && reply.error.code === 'stopped') return
    palette.value = reply.ok ? reply.value : null
    if (!reply.ok) outcome.value = words.recolour.unreadable
  }
  useSignalEffect(() => {
    void canvas.selection.value
    void read()
  })

  const entries = (palette.value?.colours ?? []).map(({ colour, uses, layers }) => ({
    colour,
    uses,
    layers,
    detail: words.result.layers(layers),
  }))
  const matches = match(entries, colours.candidates.value, way.value)
  const { changes: todo, groups } = changes(entries, matches, overrides.value)
  const changed = new Set(todo.map(({ colour }) => colour))
  const affected = palette.value ? layersWith(changed, palette.value) : 0
  const apply = async () => {
    isBusy.value = true
    outcome.value = ''
    const reply = await sandbox.request('canvas.recolour', { changes: todo }, { timeout: TIMEOUT })
    isBusy.value = false
    overrides.value = new Map()
    way.value = 'keep'
    outcome.value = reply.ok ? words.recolour.done(reply.value, groups) : words.recolour.failed
    await read()
  }
  return (
    <Page
      heading={words.recolour.heading}
      back={words.recolour.back}
      onBack={() => {
        panel.isRecolouring.value = false
      }}
    >
      {palette.value && <p class="secondary">{words.recolour.facts(palette.value)}</p>}
      {entries.length > 0 && (
        <>
          <Picker
            id="recolour-way"
            label={words.colours.way}
            options={WAYS.map((value) => [value, words.colours.ways[value]])}
            value={way.value}
            onPick={(i) => {
              way.value = WAYS[i] ?? 'keep'
            }}
          />
          <PaletteEditor
            label={words.palette.label(entries.length)}
            entries={entries}
            matches={matches}
            overrides={overrides.value}
            colours={colours}
            onChoose={(colour, target) => {
              overrides.value = withTarget(overrides.value, colour, target)
            }}
          />
          <Button fullWidth disabled={todo.length === 0} loading={isBusy.value} onClick={() => void apply()}>
            {words.recolour.apply(affected)}
          </Button>
        </>
      )}
      {outcome.value && <p>{outcome.value}</p>}
    </Page>
  )
}
