import * as words from '../../words'
import { BACKGROUND_MODES, LAYER_MODES, type Tidying, UNIFY_STEPS } from '../tidying'

interface TidyingChoicesProps {
  readonly value: Tidying
  readonly onChoose: (choice: Partial<Tidying>) => void
}

/** How the picture becomes layers: what is chosen shows at once, and is remembered. */
export function TidyingChoices({ value, onChoose }: TidyingChoicesProps) {
  return (
    <div class="tidying">
      <Picker
        id="layers"
        label={words.tidying.layers}
        options={LAYER_MODES.map((mode) => [mode, words.tidying.layerModes[mode]])}
        value={value.layers}
        onPick={(i) => onChoose({ layers: LAYER_MODES[i] ?? value.layers })}
      />
      <Picker
        id="background"
        label={words.tidying.background}
        options={BACKGROUND_MODES.map((mode) => [mode, words.tidying.backgroundModes[mode]])}
        value={value.background}
        onPick={(i) => onChoose({ background: BACKGROUND_MODES[i] ?? value.background })}
      />
      <Picker
        id="unify"
        label={words.tidying.colours}
        options={UNIFY_STEPS.map((step, i) => [String(step), words.tidying.unifySteps[i] ?? ''])}
        value={String(value.unify)}
        onPick={(i) => onChoose({ unify: UNIFY_STEPS[i] ?? value.unify })}
      />
    </div>
  )
}

interface PickerProps {
  readonly id: string
  readonly label: string
  readonly options: readonly (readonly [value: string, name: string])[]
  readonly value: string
  readonly onPick: (index: number) => void
}

function Picker({ id, label, options, value, onPick }: PickerProps) {
  return (
    <label class="picker" for={id}>
      <span class="secondary">{label}</span>
      <select id={id} value={value} onChange={({ currentTarget }) => onPick(currentTarget.selectedIndex)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
