interface SettingCheckProps {
  readonly label: string
  readonly value: boolean
  /** Id of the element that explains it. */
  readonly describedBy?: string
  readonly onChoose: (value: boolean) => void
}

/** A checkbox for a setting. */
export const SettingCheck = ({ label, value, describedBy, onChoose }: SettingCheckProps) => (
  <label class="check">
    <input
      type="checkbox"
      checked={value}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
    />
    {label}
  </label>
)
