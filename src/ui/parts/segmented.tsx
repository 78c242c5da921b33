interface SegmentedProps<Value extends string | number> {
  readonly id: string
  readonly label: string
  readonly options: readonly Value[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

/** A few short choices side by side. Native radio buttons, so that keys and screen readers work as usual. */
export function Segmented<Value extends string | number>(props: SegmentedProps<Value>) {
  const { id, label, options, value, onChoose } = props
  return (
    <div class="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option} class={option === value ? 'chosen' : ''}>
          <input
            type="radio"
            name={id}
            aria-label={String(option)}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          {option}
        </label>
      ))}
    </div>
  )
}
