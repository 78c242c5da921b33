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
  /** Opens the colors of what is selected on the canvas; null where nothing is. */
  readonly onRecolor: (() => void) | null
}

/** So many swatches stand for all. */
const SHOWN = 5

/** What becomes of the colors of every image: one idea of color for what is shown and what comes. */
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
        before={colors.way.value !== 'keep' && <Stack of={colors.offered.value.slice(0, 3)} />}
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

function nameOf({ way, chosen }: ColorsStore): string {
  if (way.value === 'keep') return strings.colorChoice.names.keep
  if (chosen.value !== null) return strings.colorChoice.some(chosen.value.size)
  return strings.colorChoice.short[way.value]
}

function Choices({ colors, settings, mentioned, onRecolor }: ColorsPickerProps) {
  const isChoosing = useSignal(false)
  const shown = useRef(isChoosing.value)
  const { way, chosen, candidates, file } = colors
  useFileColors(colors)
  useLayoutEffect(() => {
    if (shown.current === isChoosing.value) return
    shown.current = isChoosing.value
    // What had the focus is gone.
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
  const choice = way.value === 'keep' ? 'keep' : chosen.value ? 'some' : 'match'
  const row = (value: typeof choice, name: string, onChoose: () => void, aside?: ComponentChildren) => (
    <label class="popover-row radio">
      <input
        type="radio"
        name="colors"
        checked={value === choice}
        {...(value === choice && { 'data-autofocus': true })}
        onChange={onChoose}
        // The chosen one opens its list again.
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
        {row('keep', strings.colorChoice.names.keep, () => colors.chooseWay('keep'))}
        {row(
          'match',
          strings.colorChoice.names.snap,
          () => {
            colors.chooseOnly(null)
            colors.chooseWay('snap')
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

/** A few colors, one over the other. */
const Stack = ({ of }: { readonly of: readonly BrandColor[] }) =>
  of.length === 0 ? null : (
    <span class="swatch-stack" aria-hidden="true">
      {of.map(({ id, hex }) => (
        <i key={id} class="swatch" style={{ background: hex }} />
      ))}
    </span>
  )
