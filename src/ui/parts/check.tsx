import type { Signal } from '@preact/signals'

interface CheckProps {
  readonly label: string
  readonly checked: Signal<boolean>
}

/** A box that is ticked or not, with its label behind it. */
export const Check = ({ label, checked }: CheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={checked.value}
      onChange={({ currentTarget }) => {
        checked.value = currentTarget.checked
      }}
    />
    {label}
  </label>
)
