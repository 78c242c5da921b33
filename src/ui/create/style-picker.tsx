import type { ModelStyle } from '../../segmind/models'
import { strings } from '../../strings'
import { ChoiceGroup } from '../parts/choice-group'
import { Thumbnail } from './thumbnail'

interface StylePickerProps {
  readonly styles: readonly ModelStyle[]
  /** The id of the chosen one. */
  readonly value: string
  readonly onChoose: (style: string) => void
}

/** The styles of the model, each with a small drawing of its manner. */
export function StylePicker({ styles, value, onChoose }: StylePickerProps) {
  const choices = styles.map(({ id, drawing }) => ({
    value: id,
    name: strings.styleName(id),
    content: (
      <>
        <Thumbnail drawing={drawing} />
        <span class="tile-label" aria-hidden="true">
          {strings.styleName(id)}
        </span>
      </>
    ),
  }))
  return (
    <ChoiceGroup
      id="style"
      class="styles"
      label={strings.styleLabel}
      choices={choices}
      value={value}
      onChoose={onChoose}
    />
  )
}
