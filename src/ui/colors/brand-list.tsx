import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { UsedColor } from '../../colors/match'
import { offer } from '../../colors/offer'
import type { BrandColor } from '../../protocol/colors'
import { strings } from '../../strings'

interface BrandListProps {
  /** Prefix of its elements' ids. */
  readonly id: string
  readonly candidates: readonly BrandColor[]
  /** The color to be replaced. */
  readonly wish: UsedColor | null
  /** The id of the chosen color. */
  readonly chosen: string | null
  readonly onChoose: (candidate: BrandColor) => void
}

/** Number of rows rendered at first, and added whenever the end comes into view. Thousands at once would be slow. */
const ROWS = 80

/** A searchable list of the file's colors by collection. Arrow keys move, Enter chooses. */
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
          // Escape first clears the field, and closes the popover only when the field is empty.
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
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed in a listbox
            <div key={heading} role="group" aria-label={heading}>
              <div class="color-group quiet" aria-hidden="true">
                {heading}
              </div>
              {colors.slice(0, limit.value - from).map((candidate, i) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys
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
