import { useSignal } from '@preact/signals'
import type { UsedColour } from '../../colours/match'
import { type Target, targetName } from '../../colours/plan'
import * as words from '../../words'
import { Button } from '../parts/button'
import { Problem } from '../parts/problem'
import type { ColoursStore } from '../stores/colours'
import { BrandList } from './brand-list'
import { useFileColors } from './use-file-colors'

/** A colour with what there is to say of it: its share, or its layers. */
export interface EditableColour extends UsedColour {
  readonly detail: string
}

interface ColourPickerProps {
  readonly colour: EditableColour
  readonly target: Target | null
  /** Whether the target was chosen by hand. */
  readonly isChosen: boolean
  readonly colours: ColoursStore
  readonly onChoose: (target: Target | null) => void
}

/** What a colour may become: itself, any hex, or a colour of the file. */
export function ColourPicker({ colour, target, isChosen, colours, onChoose }: ColourPickerProps) {
  const { file, candidates } = colours
  useFileColors(colours)
  return (
    <fieldset class="colour-picker" aria-label={words.colourPicker.label(colour.colour)}>
      <p class="secondary">
        {words.palette.becomes(colour.colour, colour.detail, target && targetName(target))}
      </p>
      <div class="colour-picker-row">
        <HexField value={target?.hex ?? colour.colour} onChoose={(hex) => onChoose({ kind: 'hex', hex })} />
        <Button secondary onClick={() => onChoose({ kind: 'hex', hex: colour.colour })}>
          {words.colourPicker.keep}
        </Button>
        {isChosen && (
          <Button secondary onClick={() => onChoose(null)}>
            {words.colourPicker.reset}
          </Button>
        )}
      </div>
      {file.value === 'unread' && <p class="secondary">{words.colourPicker.reading}</p>}
      <Problem about="file colors" text={file.value === 'unreadable' ? words.colourPicker.unreadable : ''}>
        <Button secondary onClick={() => void colours.read()}>
          {words.actions.retry}
        </Button>
      </Problem>
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="secondary">{words.colourPicker.none}</p>
      )}
      {candidates.value.length > 0 && (
        <BrandList
          id="brand"
          candidates={candidates.value}
          wish={colour}
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
      <span class="secondary">{words.colourPicker.hex}</span>
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
