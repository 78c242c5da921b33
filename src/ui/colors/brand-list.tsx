import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { UsedColor } from '../../colors/match'
import { offer } from '../../colors/offer'
import type { BrandColor } from '../../protocol/colors'
import { strings } from '../../strings'

interface BrandListProps {
  /** Begins the ids of its elements. */
  readonly id: string
  readonly candidates: readonly BrandColor[]
  /** What one of them is to take the place of. */
  readonly wish: UsedColor | null
  /** The id of the one that is chosen. */
  readonly chosen: string | null
  readonly onChoose: (candidate: BrandColor) => void
}

/** So many rows at first, and so many more whenever the end comes into sight: thousands at once would take their time. */
const ROWS = 80

/** The file's colors by collection, as a list that a word narrows down: the arrows go through it, Enter takes one. */
export function BrandList({ id, candidates, wish, chosen, onChoose }: BrandListProps) {
  const search = useSignal('')
  const active = useSignal(-1)
  const limit = useSignal(ROWS)
  const list = useRef<HTMLDivElement>(null)
  const sections = offer(candidates, wish, search.value)
  const all = sections.flatMap(({ colors }) => colors)
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }, [active.value])
  const go = (to: number) => {
    active.value = Math.max(0, Math.min(all.length - 1, to))
    limit.value = Math.max(limit.value, active.value + ROWS)
  }
  let row = 0
  return (
    <>
      <input
        type="search"
        class="textbox"
        data-autofocus
        role="combobox"
        aria-label={strings.colorPicker.search}
        aria-controls={id}
        aria-expanded
        aria-activedescendant={active.value < 0 ? undefined : `${id}-${active.value}`}
        placeholder={strings.colorPicker.search}
        value={search.value}
        onInput={({ currentTarget }) => {
          search.value = currentTarget.value
          active.value = search.value ? 0 : -1
          limit.value = ROWS
        }}
        onKeyDown={(event) => {
          // Escape empties the field, as everywhere, and closes what it is in only after that.
          if (event.key === 'Escape' && search.value) {
            event.stopPropagation()
            search.value = ''
          }
          const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }[event.key]
          const one = event.key === 'Enter' && all[active.value]
          if (one) onChoose(one)
          else if (step) go(active.value + step)
          else return
          event.preventDefault()
        }}
      />
      <div
        ref={list}
        id={id}
        class="color-list"
        role="listbox"
        aria-label={strings.colorPicker.list}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
          if (scrollTop + 2 * clientHeight > scrollHeight) limit.value += ROWS
        }}
      >
        {sections.map(({ of, colors }) => {
          const from = row
          row += colors.length
          if (from >= limit.value) return null
          const heading = strings.colorPicker.section(of)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list box.
            <div key={heading} role="group" aria-label={heading}>
              <div class="color-group quiet" aria-hidden="true">
                {heading}
              </div>
              {colors.slice(0, limit.value - from).map((candidate, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
                <div
                  key={candidate.id}
                  id={`${id}-${from + i}`}
                  class={active.value === from + i ? 'color-option active' : 'color-option'}
                  role="option"
                  tabIndex={-1}
                  aria-selected={candidate.id === chosen}
                  onClick={() => {
                    active.value = from + i
                    onChoose(candidate)
                  }}
                >
                  <span class="swatch" style={{ background: candidate.hex }} />
                  <span class="color-name ellipsis">{candidate.name}</span>
                  <span class="quiet">{candidate.hex}</span>
                </div>
              ))}
            </div>
          )
        })}
      </div>
      {all.length === 0 && <p class="quiet color-note">{strings.colorPicker.noMatch}</p>}
    </>
  )
}
