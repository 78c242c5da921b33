import { useSignal } from '@preact/signals'
import { colourName } from '../../colours/names'
import type { Job } from '../../jobs/job'
import type { Report } from '../../vector/prepare'
import * as words from '../../words'
import { Picker } from '../create/picker'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { PaletteEditor } from './palette-editor'
import { useFileColors } from './use-file-colors'
import { WAYS } from './ways'

interface PictureColoursProps {
  readonly job: Job
  readonly report: Report
  readonly panel: Panel
}

/** The picture's colours, and what becomes of them. */
export function PictureColours({ job, report, panel }: PictureColoursProps) {
  const { colours } = panel
  const { original } = report
  useFileColors(colours, colours.way.value !== 'keep')
  return (
    <section class="colours" aria-label={words.colours.heading}>
      <Picker
        id="way"
        label={words.colours.way}
        options={WAYS.map((way) => [way, words.colours.ways[way]])}
        value={colours.way.value}
        onPick={(i) => colours.chooseWay(WAYS[i] ?? 'keep')}
      />
      <PaletteEditor
        label={words.palette.label(original.length)}
        entries={original.map((entry) => ({ ...entry, detail: words.palette.share(entry.share) }))}
        matches={colours.matchesOf(original)}
        overrides={colours.overridesOf(job)}
        colours={colours}
        onChoose={(colour, target) => colours.choose(job, colour, target)}
        onPoint={(colour) => {
          colours.pointed.value = colour
        }}
      />
      <PaletteActions job={job} report={report} panel={panel} />
    </section>
  )
}

/** The palette as swatches on the canvas, or as variables of the file. */
function PaletteActions({ job, report, panel }: PictureColoursProps) {
  const { colours } = panel
  const asking = useSignal(false)
  const { file } = colours
  const entries = report.palette.map(({ colour }) => ({ colour, name: colourName(colour) }))
  const canCreate = typeof file.value === 'string' || file.value.canCreateVariables
  return (
    <div class="palette-actions">
      {asking.value ? (
        <fieldset class="palette-actions" aria-label={words.colours.createQuestion(entries.length)}>
          <span>{words.colours.createQuestion(entries.length)}</span>
          <Button
            secondary
            onClick={() => {
              asking.value = false
              void panel.palettes.createVariables(job.request.prompt, entries)
            }}
          >
            {words.colours.createYes}
          </Button>
          <Button
            secondary
            onClick={() => {
              asking.value = false
            }}
          >
            {words.cancel}
          </Button>
        </fieldset>
      ) : (
        <>
          <Button secondary onClick={() => void panel.palettes.insertSwatches(job.request.prompt, entries)}>
            {words.colours.swatches}
          </Button>
          {canCreate && (
            <Button
              secondary
              onClick={() => {
                asking.value = true
              }}
            >
              {words.colours.create}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
