import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { BACKGROUND_MODES, LAYER_MODES, type LayerOptions, UNIFY_STEPS } from '../layer-options'
import { Picker } from './picker'

interface LayerOptionChoicesProps {
  readonly value: LayerOptions
  readonly onChoose: (choice: Partial<LayerOptions>) => void
  /** Further choices beside these. */
  readonly children: ComponentChildren
}

/** How the picture becomes layers: what is chosen shows at once, and is remembered. */
export function LayerOptionChoices({ value, onChoose, children }: LayerOptionChoicesProps) {
  return (
    <div class="layer-options">
      <Picker
        id="layers"
        label={strings.layerOptions.layers}
        options={LAYER_MODES.map((mode) => [mode, strings.layerOptions.layerModes[mode]])}
        value={value.layers}
        onPick={(i) => onChoose({ layers: LAYER_MODES[i] ?? value.layers })}
      />
      <Picker
        id="background"
        label={strings.layerOptions.background}
        options={BACKGROUND_MODES.map((mode) => [mode, strings.layerOptions.backgroundModes[mode]])}
        value={value.background}
        onPick={(i) => onChoose({ background: BACKGROUND_MODES[i] ?? value.background })}
      />
      <Picker
        id="unify"
        label={strings.layerOptions.colors}
        options={UNIFY_STEPS.map((step, i) => [String(step), strings.layerOptions.unifySteps[i] ?? ''])}
        value={String(value.unify)}
        disabled={value.layers === 'as-drawn'}
        onPick={(i) => onChoose({ unify: UNIFY_STEPS[i] ?? value.unify })}
      />
      {children}
    </div>
  )
}
