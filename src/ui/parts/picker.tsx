interface PickerProps {
  readonly id: string
  readonly label: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly value: string
  /** The choice has no effect now. */
  readonly disabled?: boolean
  readonly onPick: (index: number) => void
}

/** A native list of choices under its label. */
export function Picker({ id, label, options, value, disabled = false, onPick }: PickerProps) {
  return (
    <label class="picker" for={id}>
      <span class="secondary">{label}</span>
      <select
        id={id}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => onPick(currentTarget.selectedIndex)}
      >
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
