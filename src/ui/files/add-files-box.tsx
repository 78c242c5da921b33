import { strings } from '../../strings'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'

interface AddFilesBoxProps {
  /** Whether there is no key, in which case the text says that none is needed. */
  readonly isKeyless?: boolean
  readonly onChoose: () => void
}

/** Says that SVG files can be dropped, while there are no images. The whole panel accepts drops. */
export const AddFilesBox = ({ isKeyless, onChoose }: AddFilesBoxProps) => (
  <section class="add-files-box" aria-labelledby="add-files-heading">
    <Icon name="import" />
    <div class="add-files-words">
      <h2 class="strong" id="add-files-heading">
        {strings.files.heading}
      </h2>
      <p class="quiet">
        {[strings.files.drop, isKeyless && strings.files.free, strings.files.stays].filter(Boolean).join(' ')}
      </p>
    </div>
    <Button secondary onClick={onChoose}>
      {strings.files.choose}
    </Button>
  </section>
)

/** The same in one line, shown below images. */
export const AddFilesLine = ({ onChoose }: AddFilesBoxProps) => (
  <div class="add-files-line between">
    <p class="quiet">
      {strings.files.line} {strings.files.stays}
    </p>
    <button type="button" class="link-button" data-tip={strings.files.drop} onClick={onChoose}>
      {strings.files.choose}
    </button>
  </div>
)
