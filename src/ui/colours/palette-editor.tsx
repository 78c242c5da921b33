import { useSignal } from '@preact/signals'
import type { Match } from '../../colours/match'
import { type Overrides, type Target, targetName } from '../../colours/plan'
import type { Hex } from '../../vector/drawing'
import * as words from '../../words'
import type { ColoursStore } from '../stores/colours'
import { ColourPicker, type EditableColour } from './colour-picker'

interface PaletteEditorProps {
  readonly label: string
  readonly entries: readonly EditableColour[]
  readonly matches: readonly Match[]
  readonly overrides: Overrides
  readonly colours: ColoursStore
  readonly onChoose: (colour: Hex, target: Target | null) => void
  readonly onPoint?: (colour: Hex | null) => void
}

/** So many have a swatch at first. */
const SHOWN = 24

/** Colours as swatches, each with what becomes of it; one that is pressed can be made any other. */
export function PaletteEditor(props: PaletteEditorProps) {
  const { label, entries, matches, overrides, colours, onChoose, onPoint } = props
  const open = useSignal<Hex | null>(null)
  const isLong = useSignal(false)
  const matched = new Map(matches.map(({ colour, to }) => [colour, to]))
  const targetOf = (colour: Hex) => overrides.get(colour) ?? matched.get(colour) ?? null
  const shown = isLong.value ? entries : entries.slice(0, SHOWN)
  const entry = entries.find(({ colour }) => colour === open.value)
  return (
    <div class="palette-editor">
      <ul class="swatches" aria-label={label}>
        {shown.map(({ colour, detail }) => {
          const target = targetOf(colour)
          const name = words.palette.becomes(colour, detail, target && targetName(target))
          return (
            <li key={colour}>
              <button
                type="button"
                class="swatch"
                aria-label={name}
                title={name}
                aria-expanded={open.value === colour}
                style={{ background: swatchOf(colour, target) }}
                onClick={() => {
                  open.value = open.value === colour ? null : colour
                }}
                onMouseEnter={() => onPoint?.(colour)}
                onMouseLeave={() => onPoint?.(null)}
                onFocus={() => onPoint?.(colour)}
                onBlur={() => onPoint?.(null)}
              />
            </li>
          )
        })}
        {entries.length > SHOWN && !isLong.value && (
          <li>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                isLong.value = true
              }}
            >
              {words.palette.more(entries.length - SHOWN)}
            </button>
          </li>
        )}
      </ul>
      {entry && (
        <ColourPicker
          key={entry.colour}
          colour={entry}
          target={targetOf(entry.colour)}
          isChosen={overrides.has(entry.colour)}
          colours={colours}
          onChoose={(target) => onChoose(entry.colour, target)}
        />
      )}
    </div>
  )
}

/** As it was above, as it becomes below. */
const swatchOf = (colour: Hex, target: Target | null): string =>
  target ? `linear-gradient(${colour} 50%, ${target.hex} 50%)` : colour
