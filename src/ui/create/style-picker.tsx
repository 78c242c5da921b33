import { STYLES, type Style } from '../../segmind/request'
import { strings } from '../../strings'
import { ChoiceGroup } from '../parts/choice-group'
import { StyleThumbnail } from './style-thumbnail'

interface StylePickerProps {
  readonly value: Style
  readonly onChoose: (style: Style) => void
}

/** The five styles of the model, each with a small drawing of its manner. */
export function StylePicker({ value, onChoose }: StylePickerProps) {
  const choices = STYLES.map((style) => ({
    value: style,
    name: strings.styles[style],
    content: (
      <>
        <StyleThumbnail style={style} />
        <span class="tile-label" aria-hidden="true">
          {strings.styles[style]}
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
