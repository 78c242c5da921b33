import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'

interface BringBoxProps {
  readonly onChoose: () => void
}

/** Where SVG files can be dropped, while there is nothing else: the whole panel takes them, and this says so. */
export const BringBox = ({ onChoose }: BringBoxProps) => (
  <section class="bring-box" aria-labelledby="bring-heading">
    <Icon name="import" />
    <div class="bring-words">
      <h2 class="strong" id="bring-heading">
        {strings.files.heading}
      </h2>
      <p class="quiet">
        {strings.files.drop} {strings.files.stays}
      </p>
    </div>
    <Button secondary onClick={onChoose}>
      {strings.files.choose}
    </Button>
  </section>
)

/** The same in one line, above images. */
export const BringLine = ({ onChoose }: BringBoxProps) => (
  <div class="bring-line between">
    <p class="quiet ellipsis" title={strings.files.drop}>
      {strings.files.line} {strings.files.stays}
    </p>
    <button type="button" class="link-button" onClick={onChoose}>
      {strings.files.choose}
    </button>
  </div>
)
