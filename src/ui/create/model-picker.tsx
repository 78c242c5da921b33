import type { Model } from '../../segmind/models'
import { strings } from '../../strings'

interface ModelPickerProps {
  /** Those that can be chosen. */
  readonly models: readonly Model[]
  readonly value: Model
  readonly onChoose: (model: Model) => void
}

/** The model that draws the next pictures; nothing where there is no choice. */
export function ModelPicker({ models, value, onChoose }: ModelPickerProps) {
  if (models.length < 2) return null
  return (
    <label class="field" for="model">
      <span class="field-label">{strings.modelLabel}</span>
      <select
        id="model"
        value={value.id}
        onChange={({ currentTarget }) => onChoose(models[currentTarget.selectedIndex] ?? value)}
      >
        {models.map(({ id }) => (
          <option key={id} value={id}>
            {strings.modelName({ model: id })}
          </option>
        ))}
      </select>
    </label>
  )
}
