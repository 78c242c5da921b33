import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Hex } from '../../colors/hex'
import type { BrandColor } from '../../protocol/colors'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { ColorChecks } from '../parts/color-checks'
import { Popover } from '../parts/popover'
import { Problem } from '../parts/problem'
import { SelectButton } from '../parts/select-button'
import type { ColorsStore } from '../stores/colors'
import type { SettingsStore } from '../stores/settings'
import { useFileColors } from '../stores/use-file-colors'

interface ColorsPickerProps {
  readonly colors: ColorsStore
  readonly settings: Pick<SettingsStore, 'mentionColors' | 'chooseMentionColors'>
  /** The colors that the prompt mentions. */
  readonly mentioned: readonly Hex[]
  /** Opens the recoloring of the canvas selection; null while nothing is selected. */
  readonly onRecolor: (() => void) | null
}

/** Maximum number of swatches in the row. */
const SHOWN = 5

/** Chooses how colors are matched: for the images that are shown, and for the next ones. */
export function ColorsPicker(props: ColorsPickerProps) {
  const { colors } = props
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const name = nameOf(colors)
  return (
    <>
      <SelectButton
        buttonRef={button}
        label={strings.colorChoice.label(name)}
        popup="dialog"
        isOpen={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
        before={colors.mode.value !== 'keep' && <Stack of={colors.offered.value.slice(0, 3)} />}
      >
        {name}
      </SelectButton>
      {isOpen.value && (
        <Popover
          anchor={button}
          role="dialog"
          label={strings.colors.heading}
          class="colors-popover"
          placement="bottom-end"
          onClose={() => {
            isOpen.value = false
          }}
        >
          <Choices {...props} />
        </Popover>
      )}
    </>
  )
}

function nameOf({ mode, chosen }: ColorsStore): string {
  if (mode.value === 'keep') return strings.colorChoice.names.keep
  if (chosen.value !== null) return strings.colorChoice.some(chosen.value.size)
  return strings.colorChoice.short[mode.value]
}

function Choices({ colors, settings, mentioned, onRecolor }: ColorsPickerProps) {
  const isChoosing = useSignal(false)
  const shown = useRef(isChoosing.value)
  const { mode, chosen, candidates, file } = colors
  useFileColors(colors)
  useLayoutEffect(() => {
    if (shown.current === isChoosing.value) return
    shown.current = isChoosing.value
    // The focused element is gone.
    document.querySelector<HTMLElement>('.colors-popover [data-autofocus]')?.focus()
  }, [isChoosing.value])
  if (isChoosing.value)
    return (
      <ColorChecks
        colors={colors}
        onBack={() => {
          isChoosing.value = false
        }}
      />
    )
  const choice = mode.value === 'keep' ? 'keep' : chosen.value ? 'some' : 'match'
  const row = (value: typeof choice, name: string, onChoose: () => void, aside?: ComponentChildren) => (
    <label class="popover-row radio">
      <input
        type="radio"
        name="colors"
        checked={value === choice}
        {...(value === choice && { 'data-autofocus': true })}
        onChange={onChoose}
        // A click on the checked row reopens its list.
        onClick={() => value === 'some' && onChoose()}
      />
      <span class="grow">{name}</span>
      {aside}
    </label>
  )
  const isKnown = typeof file.value !== 'string'
  return (
    <>
      <div role="radiogroup" aria-label={strings.colors.heading}>
        {row('keep', strings.colorChoice.names.keep, () => colors.chooseMode('keep'))}
        {row(
          'match',
          strings.colorChoice.names.snap,
          () => {
            colors.chooseOnly(null)
            colors.chooseMode('snap')
          },
          <Stack of={candidates.value.slice(0, SHOWN)} />,
        )}
        {row(
          'some',
          strings.colorChoice.choose,
          () => {
            isChoosing.value = true
          },
          isKnown && <span class="quiet">{strings.colorChoice.inFile(candidates.value.length)}</span>,
        )}
      </div>
      <Problem about="file colors" text={file.value === 'unreadable' ? strings.colorPicker.unreadable : ''}>
        <Button secondary onClick={() => void colors.read()}>
          {strings.actions.retry}
        </Button>
      </Problem>
      {isKnown && candidates.value.length === 0 && <p class="quiet note">{strings.colorPicker.none}</p>}
      <hr />
      <label class="popover-row check">
        <input
          type="checkbox"
          checked={settings.mentionColors.value}
          disabled={choice === 'keep'}
          onChange={({ currentTarget }) => settings.chooseMentionColors(currentTarget.checked)}
        />
        <span>{strings.colorChoice.mention}</span>
      </label>
      {choice !== 'keep' && <p class="quiet note">{strings.colorChoice.adds(mentioned)}</p>}
      {onRecolor && (
        <>
          <hr />
          <button type="button" class="popover-row" onClick={onRecolor}>
            {strings.colorChoice.recolor}
          </button>
        </>
      )}
    </>
  )
}

/** Shows a few colors as overlapping swatches. */
const Stack = ({ of }: { readonly of: readonly BrandColor[] }) =>
  of.length === 0 ? null : (
    <span class="swatch-stack" aria-hidden="true">
      {of.map(({ id, hex }) => (
        <i key={id} class="swatch" style={{ background: hex }} />
      ))}
    </span>
  )
