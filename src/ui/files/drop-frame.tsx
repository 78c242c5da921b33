import { strings } from '../../strings'
import { Icon } from '../parts/icon'

/** Around the panel, while files are dragged over it. The images below stay in sight. */
export const DropFrame = () => (
  <div class="drop-frame" aria-hidden="true">
    <p class="drop-words">
      <Icon name="import" />
      <strong>{strings.files.dropNow}</strong>
      <span class="quiet">{strings.files.stays}</span>
    </p>
  </div>
)
