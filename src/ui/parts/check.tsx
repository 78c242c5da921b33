import type { Signal } from '@preact/signals'

interface CheckProps {
  readonly label: string
  readonly checked: Signal<boolean>
}

/** A checkbox with its label. */
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
