import type { ModelStyle } from '../../segmind/models'
import { strings } from '../../strings'
import { wrapRadios } from '../parts/wrap-radios'
import { Thumbnail } from './thumbnail'

interface StylePickerProps {
  readonly styles: readonly ModelStyle[]
  /** The id of the chosen style. */
  readonly value: string
  readonly onChoose: (style: string) => void
}

/** Picks one of the model's styles, each shown as a small drawing. The name of the chosen one is below. */
export const StylePicker = ({ styles, value, onChoose }: StylePickerProps) => (
  <div class="styles">
    <div
      class="style-set"
      role="radiogroup"
      aria-label={strings.styleLabel}
      onKeyDown={(event) => wrapRadios(event, (at) => styles[at] && onChoose(styles[at].id))}
    >
      {styles.map(({ id, drawing }) => (
        <label key={id} class={id === value ? 'style chosen' : 'style'} data-tip={strings.styleName(id)}>
          <input
            type="radio"
            name="style"
            aria-label={strings.styleName(id)}
            checked={id === value}
            onChange={() => onChoose(id)}
          />
          <Thumbnail drawing={drawing} />
        </label>
      ))}
    </div>
    <span class="style-name ellipsis" aria-hidden="true">
      {strings.styleName(value)}
    </span>
  </div>
)
