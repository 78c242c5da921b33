import { useSignal } from '@preact/signals'
import type { Hex } from '../../colors/hex'
import type { Match } from '../../colors/match'
import { type Overrides, type Target, targetName } from '../../colors/plan'
import { strings } from '../../strings'
import type { ColorsStore } from '../stores/colors'
import { ColorPicker, type EditableColor } from './color-picker'

interface PaletteEditorProps {
  readonly label: string
  readonly entries: readonly EditableColor[]
  readonly matches: readonly Match[]
  readonly overrides: Overrides
  readonly colors: ColorsStore
  readonly onChoose: (color: Hex, target: Target | null) => void
  readonly onPoint?: (color: Hex | null) => void
}

/** So many have a swatch at first. */
const SHOWN = 24

/** Colors as swatches, each with what becomes of it; one that is pressed can be made any other. */
export function PaletteEditor(props: PaletteEditorProps) {
  const { label, entries, matches, overrides, colors, onChoose, onPoint } = props
  const open = useSignal<Hex | null>(null)
  const isLong = useSignal(false)
  const matched = new Map(matches.map(({ color, to }) => [color, to]))
  const targetOf = (color: Hex) => overrides.get(color) ?? matched.get(color) ?? null
  const shown = isLong.value ? entries : entries.slice(0, SHOWN)
  const entry = entries.find(({ color }) => color === open.value)
  return (
    <div class="palette-editor">
      <ul class="swatches" aria-label={label}>
        {shown.map(({ color, detail }) => {
          const target = targetOf(color)
          const name = strings.palette.becomes(color, detail, target && targetName(target))
          return (
            <li key={color}>
              <button
                type="button"
                class="swatch"
                aria-label={name}
                title={name}
                aria-expanded={open.value === color}
                style={{ background: swatchOf(color, target) }}
                onClick={() => {
                  open.value = open.value === color ? null : color
                }}
                onMouseEnter={() => onPoint?.(color)}
                onMouseLeave={() => onPoint?.(null)}
                onFocus={() => onPoint?.(color)}
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
              {strings.palette.more(entries.length - SHOWN)}
            </button>
          </li>
        )}
      </ul>
      {entry && (
        <ColorPicker
          key={entry.color}
          color={entry}
          target={targetOf(entry.color)}
          isChosen={overrides.has(entry.color)}
          colors={colors}
          onChoose={(target) => onChoose(entry.color, target)}
        />
      )}
    </div>
  )
}

/** As it was above, as it becomes below. */
const swatchOf = (color: Hex, target: Target | null): string =>
  target ? `linear-gradient(${color} 50%, ${target.hex} 50%)` : color
