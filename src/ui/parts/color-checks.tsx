import { useSignal } from '@preact/signals'
import type { BrandColor } from '../../protocol/colors'
import { strings } from '../../strings'
import type { ColorsStore } from '../stores/colors'
import { IconButton } from './icon-button'

interface ColorChecksProps {
  readonly colors: ColorsStore
  /** Leads back to where it was opened; there is no way back where left out. */
  readonly onBack?: () => void
}

/** The colors of the file as checks: only those that are checked are taken. */
export function ColorChecks({ colors, onBack }: ColorChecksProps) {
  const { candidates, chosen } = colors
  const query = useSignal('')
  const wanted = query.value.trim().toLocaleLowerCase()
  const found = candidates.value.filter(({ name, group }) =>
    `${group ?? ''} ${name}`.toLocaleLowerCase().includes(wanted),
  )
  const toggle = ({ id }: BrandColor, isTaken: boolean) => {
    const next = new Set(chosen.value)
    if (isTaken) next.add(id)
    else next.delete(id)
    chosen.value = next.size > 0 ? next : null
    colors.chooseWay(next.size > 0 ? 'snap' : 'keep')
  }
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
        {found.slice(0, 200).map((color) => (
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
      {found.length === 0 && <p class="quiet note">{strings.colorPicker.noMatch}</p>}
    </>
  )
}
