import { useSignal } from '@preact/signals'
import { COLOR_MODES } from '../../colors/match'
import { promptColorWords } from '../../colors/names'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Report } from '../../vector/prepare'
import { Button } from '../parts/button'
import { Picker } from '../parts/picker'
import type { ColorsStore } from '../stores/colors'
import type { Palettes } from '../stores/palettes'
import { useFileColors } from '../stores/use-file-colors'
import { PaletteEditor } from './palette-editor'

interface PictureColorsProps {
  readonly job: Job
  readonly report: Report
  readonly colors: ColorsStore
  readonly palettes: Palettes
}

/** The picture's colors, and what becomes of them. */
export function PictureColors({ job, report, colors, palettes }: PictureColorsProps) {
  const { original } = report
  useFileColors(colors, colors.way.value !== 'keep')
  return (
    <section class="colors" aria-label={strings.colors.heading}>
      <Picker
        id="way"
        label={strings.colors.way}
        options={COLOR_MODES.map((way) => [way, strings.colors.ways[way]])}
        value={colors.way.value}
        onPick={(i) => colors.chooseWay(COLOR_MODES[i] ?? 'keep')}
      />
      <PaletteEditor
        label={strings.palette.label(original.length)}
        entries={original.map((entry) => ({ ...entry, detail: strings.palette.share(entry.share) }))}
        matches={colors.matchesOf(original)}
        overrides={colors.overridesOf(job)}
        colors={colors}
        onChoose={(color, target) => colors.choose(job, color, target)}
        onPoint={(color) => {
          colors.pointed.value = color
        }}
      />
      <PaletteActions job={job} report={report} colors={colors} palettes={palettes} />
    </section>
  )
}

/** The palette as swatches on the canvas, or as variables of the file. */
function PaletteActions({ job, report, colors, palettes }: PictureColorsProps) {
  const asking = useSignal(false)
  const { file } = colors
  const entries = report.palette.map(({ color }) => ({ color, name: promptColorWords(color) }))
  const canCreate = typeof file.value === 'string' || file.value.canCreateVariables
  return (
    <div class="palette-actions">
      {asking.value ? (
        <fieldset class="palette-actions" aria-label={strings.colors.createQuestion(entries.length)}>
          <span>{strings.colors.createQuestion(entries.length)}</span>
          <Button
            secondary
            onClick={() => {
              asking.value = false
              void palettes.createVariables(job.request.prompt, entries)
            }}
          >
            {strings.colors.createYes}
          </Button>
          <Button
            secondary
            onClick={() => {
              asking.value = false
            }}
          >
            {strings.cancel}
          </Button>
        </fieldset>
      ) : (
        <>
          <Button secondary onClick={() => void palettes.insertSwatches(job.request.prompt, entries)}>
            {strings.colors.swatches}
          </Button>
          {canCreate && (
            <Button
              secondary
              onClick={() => {
                asking.value = true
              }}
            >
              {strings.colors.create}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
