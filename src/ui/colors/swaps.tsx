import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Hex } from '../../colors/hex'
import type { Match } from '../../colors/match'
import type { Overrides, Target } from '../../colors/plan'
import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import { Popover } from '../parts/popover'
import type { ColorsStore } from '../stores/colors'
import { ColorPicker, type EditableColor } from './color-picker'
import { Swap } from './swap'

interface SwapsProps {
  /** Largest share first. */
  readonly entries: readonly EditableColor[]
  readonly matches: readonly Match[]
  readonly overrides: Overrides
  readonly colors: ColorsStore
  readonly onChoose: (color: Hex, target: Target | null) => void
  readonly onPoint?: (color: Hex | null) => void
}

/** Number of colors shown at first and after each click. Twelve at first would push everything else out of view. */
const STEPS = [5, 12, Number.POSITIVE_INFINITY]

/** Returns how many colors are shown at a step. Never leaves out a single one. */
function shownAt(step: number, count: number): number {
  const limit = STEPS[step] ?? count
  return count <= limit + 1 ? count : limit
}

/** Lists colors with what each becomes. Pressing one opens the picker. */
export function Swaps(props: SwapsProps) {
  const { entries, matches, overrides, colors, onChoose, onPoint } = props
  const open = useSignal<Hex | null>(null)
  const step = useSignal(0)
  const anchor = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The index of the color to focus, because the pressed button is gone. */
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null) return
    list.current?.querySelectorAll<HTMLElement>('.swap')[next.current]?.focus()
    next.current = null
  })
  const matched = new Map(matches.map(({ color, to }) => [color, to]))
  const targetOf = (color: Hex) => overrides.get(color) ?? matched.get(color) ?? null
  const count = shownAt(step.value, entries.length)
  const rest = entries.length - count
  const entry = entries.find(({ color }) => color === open.value)
  return (
    <>
      <ul class="swaps" aria-label={strings.palette.label(entries.length)} ref={list}>
        {entries.slice(0, count).map((one) => (
          <li key={one.color}>
            <Swap
              entry={one}
              target={targetOf(one.color)}
              isOpen={open.value === one.color}
              buttonRef={open.value === one.color ? anchor : undefined}
              onOpen={() => {
                open.value = open.value === one.color ? null : one.color
              }}
              onPoint={(isPointed) => onPoint?.(isPointed && open.value === null ? one.color : null)}
            />
          </li>
        ))}
        {(rest > 0 || step.value > 0) && (
          <li>
            <button
              type="button"
              class="swap more"
              onClick={() => {
                next.current = rest > 0 ? count : 0
                step.value = rest > 0 ? step.value + 1 : 0
              }}
            >
              <span class="ellipsis">{rest > 0 ? strings.palette.more(rest) : strings.palette.fewer}</span>
              {rest > 0 && <Icon name="right" />}
            </button>
          </li>
        )}
      </ul>
      {entry && (
        <Popover
          key={entry.color}
          anchor={anchor}
          role="dialog"
          label={strings.colorPicker.label(entry.color)}
          class="color-popover"
          // The image stays visible while its colors are changed.
          staysBelow
          onClose={() => {
            open.value = null
          }}
        >
          <ColorPicker
            color={entry}
            target={targetOf(entry.color)}
            isChosen={overrides.has(entry.color)}
            colors={colors}
            onChoose={(target) => onChoose(entry.color, target)}
          />
        </Popover>
      )}
    </>
  )
}
