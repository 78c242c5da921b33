import { useSignal } from '@preact/signals'
import { fits } from '../../colours/match'
import type { Target } from '../../colours/plan'
import type { BrandColour } from '../../protocol/colours'
import { labDistance, toLab } from '../../vector/steps/oklab'
import * as words from '../../words'
import { Button } from '../parts/button'
import type { ColoursStore } from '../stores/colours'
import { type EditableColour, nameOf } from './palette-editor'

interface ColourPickerProps {
  readonly colour: EditableColour
  readonly target: Target | null
  /** Whether the target was chosen by hand. */
  readonly isChosen: boolean
  readonly colours: ColoursStore
  readonly onChoose: (target: Target | null) => void
}

/** More rows than this nobody reads: a word of search finds the others. */
const ROWS = 60

/** What a colour may become: itself, any hex, or a colour of the file. */
export function ColourPicker({ colour, target, isChosen, colours, onChoose }: ColourPickerProps) {
  const search = useSignal('')
  const { file, candidates } = colours
  const offered = offer(candidates.value, colour, search.value)
  return (
    <fieldset class="colour-picker" aria-label={words.colourPicker.label(colour.colour)}>
      <p class="secondary">{words.palette.becomes(colour.colour, colour.detail, target && nameOf(target))}</p>
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
      {file.value === 'unreadable' && (
        <p class="problem">
          {words.colourPicker.unreadable}{' '}
          <Button secondary onClick={() => void colours.read()}>
            {words.actions.retry}
          </Button>
        </p>
      )}
      {typeof file.value !== 'string' && candidates.value.length === 0 && (
        <p class="secondary">{words.colourPicker.none}</p>
      )}
      {candidates.value.length > 0 && (
        <>
          <input
            type="search"
            class="colour-search"
            aria-label={words.colourPicker.search}
            placeholder={words.colourPicker.search}
            value={search.value}
            onInput={({ currentTarget }) => {
              search.value = currentTarget.value
            }}
          />
          <ul class="colour-list" aria-label={words.colourPicker.list}>
            {offered.slice(0, ROWS).map((candidate) => (
              <li key={candidate.id}>
                <button
                  type="button"
                  class="colour-option"
                  aria-pressed={target?.kind === candidate.kind && target.id === candidate.id}
                  onClick={() => onChoose(candidate)}
                >
                  <span class="dot" style={{ background: candidate.hex }} />
                  <span class="colour-name">{candidate.name}</span>
                  <span class="secondary">{candidate.group}</span>
                </button>
              </li>
            ))}
          </ul>
          {offered.length > ROWS && <p class="secondary">{words.colourPicker.more(offered.length - ROWS)}</p>}
          {offered.length === 0 && <p class="secondary">{words.colourPicker.noMatch}</p>}
        </>
      )}
    </fieldset>
  )
}

/** The colours that may take this one's place and hold the words that are searched for, the nearest first. */
function offer(
  candidates: readonly BrandColour[],
  { colour, uses }: EditableColour,
  search: string,
): BrandColour[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const lab = toLab(colour)
  return candidates
    .filter((candidate) => {
      const text = `${candidate.group} ${candidate.name} ${candidate.hex}`.toLowerCase()
      return fits(candidate, uses) && wanted.every((word) => text.includes(word))
    })
    .map((candidate) => ({ candidate, distance: labDistance(lab, toLab(candidate.hex)) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate)
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
