import { strings } from '../../strings'
import { Icon } from '../parts/icon'

/** In px. */
export interface Box {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

interface DropFrameProps {
  /** The place of an image whose file is dropped there, in px of the window; null for the whole panel, where files become images of their own. */
  readonly box: Box | null
}

/** Where files are taken that are being dragged over the panel. What is below stays in sight. */
export const DropFrame = ({ box }: DropFrameProps) => (
  <div class="drop-frame" aria-hidden="true" style={box ? { inset: 'auto', ...box } : undefined}>
    <p class="drop-words">
      {!box && <Icon name="import" />}
      <strong>{box ? strings.rescue.drop : strings.files.dropNow}</strong>
      {!box && <span class="quiet">{strings.files.stays}</span>}
    </p>
  </div>
)
