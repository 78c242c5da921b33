import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { UsedColor } from '../../colors/match'
import { type Target, targetName } from '../../colors/plan'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { Problem } from '../parts/problem'
import type { ColorsStore } from '../stores/colors'
import { useFileColors } from '../stores/use-file-colors'
import { BrandList } from './brand-list'

/** A color with its share of the image or its number of layers. */
export interface EditableColor extends UsedColor {
  readonly detail: string
}

interface ColorPickerProps {
  readonly color: EditableColor
  readonly target: Target | null
  /** Whether the user chose the target. */
  readonly isChosen: boolean
  readonly colors: ColorsStore
  readonly onChoose: (target: Target | null) => void
}

/** Picks what a color becomes: itself, any hex color, or one of the file's colors. */
export function ColorPicker({ color, target, isChosen, colors, onChoose }: ColorPickerProps) {
  const { file, candidates } = colors
  useFileColors(colors)
  const shown = target?.hex ?? color.color
  return (
    <>
      <div class="color-now">
        <span class="swatch" style={{ background: color.color }} />
        <Icon name="to" />
        <span class="swatch" style={{ background: shown }} />
        <span class="color-target ellipsis strong">{target ? targetName(target) : color.color}</span>
        <span class="quiet">{color.detail}</span>
      </div>
      <div class="color-row">
        <HexField value={shown} onChoose={(hex) => onChoose({ kind: 'hex', hex })} />
        <Button secondary onClick={() => onChoose({ kind: 'hex', hex: color.color })}>
          {strings.colorPicker.keep}
        </Button>
        {isChosen && (
          <Button secondary onClick={() => onChoose(null)}>
            {strings.colorPicker.reset}
          </Button>
        )}
      </div>
      {file.value === 'unread' && <p class="quiet color-note">{strings.colorPicker.reading}</p>}
      <Problem about="file colors" text={file.value === 'unreadable' ? strings.colorPicker.unreadable : ''}>
        <Button secondary onClick={() => void colors.read()}>
          {strings.actions.retry}
        </Button>
      </Problem>
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="quiet color-note">{strings.colorPicker.none}</p>
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
    </>
  )
}

interface HexFieldProps {
  readonly value: string
  readonly onChoose: (hex: string) => void
}

function HexField({ value, onChoose }: HexFieldProps) {
  const text = useSignal(value)
  useEffect(() => {
    // Keep the text as typed while it means the same color.
    if (readHex(text.peek()) !== value) text.value = value
  }, [value, text])
  const isValid = readHex(text.value) !== null
  return (
    <label class={isValid ? 'field-box hex-field' : 'field-box hex-field invalid'}>
      <span class="quiet">{strings.colorPicker.hex}</span>
      <input
        value={text.value}
        spellcheck={false}
        aria-invalid={!isValid}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value
          const typed = readHex(currentTarget.value)
          if (typed) onChoose(typed)
        }}
      />
    </label>
  )
}

/** Accepts `#abc`, `abc`, and `#aabbcc`. Null for anything else. */
function readHex(text: string): string | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase()
  if (!digits) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
