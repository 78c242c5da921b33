interface NumberSelectProps {
  readonly id: string
  readonly value: number
  readonly onChoose: (value: number) => void
}

/** A native list of one to four. */
export const NumberSelect = ({ id, value, onChoose }: NumberSelectProps) => (
  <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.selectedIndex + 1)}>
    {[1, 2, 3, 4].map((number) => (
      <option key={number} value={number}>
        {number}
      </option>
    ))}
  </select>
)
