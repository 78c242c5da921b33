import { useSignal } from '@preact/signals'
import type { UsedColor } from '../../colors/match'
import { type Target, targetName } from '../../colors/plan'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Problem } from '../parts/problem'
import type { ColorsStore } from '../stores/colors'
import { useFileColors } from '../stores/use-file-colors'
import { BrandList } from './brand-list'

/** A color with what there is to say of it: its share, or its layers. */
export interface EditableColor extends UsedColor {
  readonly detail: string
}

interface ColorPickerProps {
  readonly color: EditableColor
  readonly target: Target | null
  /** Whether the target was chosen by hand. */
  readonly isChosen: boolean
  readonly colors: ColorsStore
  readonly onChoose: (target: Target | null) => void
}

/** What a color may become: itself, any hex, or a color of the file. */
export function ColorPicker({ color, target, isChosen, colors, onChoose }: ColorPickerProps) {
  const { file, candidates } = colors
  useFileColors(colors)
  return (
    <fieldset class="color-picker" aria-label={strings.colorPicker.label(color.color)}>
      <p class="secondary">
        {strings.palette.becomes(color.color, color.detail, target && targetName(target))}
      </p>
      <div class="color-picker-row">
        <HexField value={target?.hex ?? color.color} onChoose={(hex) => onChoose({ kind: 'hex', hex })} />
        <Button secondary onClick={() => onChoose({ kind: 'hex', hex: color.color })}>
          {strings.colorPicker.keep}
        </Button>
        {isChosen && (
          <Button secondary onClick={() => onChoose(null)}>
            {strings.colorPicker.reset}
          </Button>
        )}
      </div>
      {file.value === 'unread' && <p class="secondary">{strings.colorPicker.reading}</p>}
      <Problem about="file colors" text={file.value === 'unreadable' ? strings.colorPicker.unreadable : ''}>
        <Button secondary onClick={() => void colors.read()}>
          {strings.actions.retry}
        </Button>
      </Problem>
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="secondary">{strings.colorPicker.none}</p>
      )}
      {candidates.value.length > 0 && (
        <BrandList
          id="brand"
          candidates={candidates.value}
          wish={color}
          chosen={target && target.kind !== 'hex' ? target.id : null}
          onChoose={onChoose}
        />
      )}
    </fieldset>
  )
}

interface HexFieldProps {
  readonly value: string
  readonly onChoose: (hex: string) => void
}

function HexField({ value, onChoose }: HexFieldProps) {
  const text = useSignal(value)
  const hex = readHex(text.value)
  return (
    <label class="hex-field">
      <span class="secondary">{strings.colorPicker.hex}</span>
      <input
        value={text.value}
        spellcheck={false}
        aria-invalid={hex === null}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
          const typed = readHex(currentTarget.value)
          if (typed) onChoose(typed)
        }}
      />
    </label>
  )
}

/** `#abc`, `abc` and `#aabbcc` alike. */
function readHex(text: string): string | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (!digits) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
