import type { ComponentChildren } from 'preact'
import * as words from '../../words'
import { BACKGROUND_MODES, LAYER_MODES, type Tidying, UNIFY_STEPS } from '../tidying'
import { Picker } from './picker'

interface TidyingChoicesProps {
  readonly value: Tidying
  readonly onChoose: (choice: Partial<Tidying>) => void
  /** Further choices beside these. */
  readonly children: ComponentChildren
}

/** How the picture becomes layers: what is chosen shows at once, and is remembered. */
export function TidyingChoices({ value, onChoose, children }: TidyingChoicesProps) {
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
        disabled={value.layers === 'as-drawn'}
        onPick={(i) => onChoose({ unify: UNIFY_STEPS[i] ?? value.unify })}
      />
      {children}
    </div>
  )
}
