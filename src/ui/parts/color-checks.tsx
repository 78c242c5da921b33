import { useSignal } from '@preact/signals'
import { offer } from '../../colors/offer'
import type { BrandColor } from '../../protocol/colors'
import { strings } from '../../strings'
import type { ColorsStore } from '../stores/colors'
import { useGrowingLimit } from './growing-limit'
import { IconButton } from './icon-button'

interface ColorChecksProps {
  readonly colors: ColorsStore
  /** Goes back to where it was opened. Without it, there is no Back button. */
  readonly onBack?: () => void
}

/** Number of colors rendered at first, and added in each frame. */
const FIRST = 40
const STEP = 80

/** The file's colors as checkboxes: only checked ones are used. */
export function ColorChecks({ colors, onBack }: ColorChecksProps) {
  const { candidates, chosen } = colors
  const query = useSignal('')
  const sections = offer(candidates.value, null, query.value)
  const limit = useGrowingLimit(query.value, candidates.value.length, FIRST, STEP)
  const toggle = ({ id }: BrandColor, isTaken: boolean) => {
    const next = new Set(chosen.value)
    if (isTaken) next.add(id)
    else next.delete(id)
    colors.chooseOnly(next.size > 0 ? next : null)
    colors.chooseMode(next.size > 0 ? 'snap' : 'keep')
  }
  let row = 0
  return (
    <>
      <div class="row">
        {onBack && <IconButton icon="left" label={strings.colorChoice.back} onClick={onBack} />}
        <input
          class="textbox"
          type="search"
          data-autofocus
          aria-label={strings.colorPicker.search}
          placeholder={strings.colorPicker.search}
          value={query.value}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value
          }}
        />
      </div>
      <fieldset class="color-checks" aria-label={strings.colorPicker.list}>
        {sections.map(({ of, colors: members }) => {
          const from = row
          row += members.length
          if (from >= limit) return null
          const heading = strings.colorPicker.section(of)
          return (
            <fieldset key={heading} aria-label={heading}>
              <div class="color-group quiet" aria-hidden="true">
                {heading}
              </div>
              {members.slice(0, limit - from).map((color) => (
                <label key={color.id} class="popover-row check">
                  <input
                    type="checkbox"
                    checked={chosen.value?.has(color.id) ?? false}
                    onChange={({ currentTarget }) => toggle(color, currentTarget.checked)}
                  />
                  <span class="swatch" style={{ background: color.hex }} />
                  <span class="grow ellipsis">{color.name}</span>
                </label>
              ))}
            </fieldset>
          )
        })}
      </fieldset>
      {sections.length === 0 && <p class="quiet note">{strings.colorPicker.noMatch}</p>}
    </>
  )
}
