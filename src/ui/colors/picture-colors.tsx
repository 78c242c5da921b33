import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { COLOR_MODES } from '../../colors/match'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import type { Report } from '../../vector/prepare'
import { ColorChecks } from '../parts/color-checks'
import { Popover } from '../parts/popover'
import { Property } from '../parts/property'
import { Select, type SelectOption } from '../parts/select'
import type { ColorsStore } from '../stores/colors'
import { useFileColors } from '../stores/use-file-colors'
import { Swaps } from './swaps'

interface PictureColorsProps {
  readonly job: Job
  readonly report: Report
  readonly colors: ColorsStore
}

/** Shows how the colors of an image are changed: all of them together, and each one. */
export function PictureColors({ job, report, colors }: PictureColorsProps) {
  const { original } = report
  return (
    <>
      <Property label={strings.colors.heading}>
        <WayChoice colors={colors} />
      </Property>
      <Swaps
        key={job.id}
        entries={original.map((entry) => ({ ...entry, detail: strings.palette.share(entry.share) }))}
        matches={colors.matchesOf(original)}
        overrides={colors.overridesOf(job)}
        colors={colors}
        onChoose={(color, target) => colors.choose(job, color, target)}
        onPoint={(color) => {
          colors.pointed.value = color
        }}
      />
    </>
  )
}

type Choice = (typeof COLOR_MODES)[number] | 'some' | 'choose'

/** Chooses how the colors of all images are matched. */
function WayChoice({ colors }: { readonly colors: ColorsStore }) {
  const { mode, chosen } = colors
  const isChoosing = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const isSome = mode.value !== 'keep' && chosen.value !== null
  const words = strings.colorChoice
  const options: readonly SelectOption<Choice>[] = [
    ...COLOR_MODES.map((value) => ({ value, name: words.names[value] })),
    ...(isSome ? [{ value: 'some' as const, name: words.some(chosen.value?.size ?? 0) }] : []),
    { value: 'choose', name: words.choose },
  ]
  return (
    <>
      <Select<Choice>
        id="way"
        label={strings.colors.heading}
        options={options}
        value={isSome ? 'some' : mode.value}
        buttonRef={button}
        onChoose={(choice) => {
          if (choice === 'choose') isChoosing.value = true
          else if (choice !== 'some') {
            if (choice !== 'keep') colors.chooseOnly(null)
            colors.chooseMode(choice)
          }
        }}
      />
      {isChoosing.value && (
        <Popover
          anchor={button}
          role="dialog"
          label={strings.colorPicker.list}
          class="color-popover"
          staysBelow
          placement="bottom-end"
          onClose={() => {
            isChoosing.value = false
          }}
        >
          <FileColorChecks colors={colors} />
        </Popover>
      )}
    </>
  )
}

function FileColorChecks({ colors }: { readonly colors: ColorsStore }) {
  const { file, candidates } = colors
  useFileColors(colors)
  if (typeof file.value !== 'string' && candidates.value.length === 0)
    return <p class="quiet color-note">{strings.colorPicker.none}</p>
  return <ColorChecks colors={colors} />
}
