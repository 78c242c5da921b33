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
  /** The tile on which a dropped file becomes that job's image; null for the whole panel. In px of the window. */
  readonly box: Box | null
}

/** Marks where dragged files will be dropped. The panel stays visible below it. */
export const DropFrame = ({ box }: DropFrameProps) => (
  <div class="drop-frame" aria-hidden="true" style={box ? { inset: 'auto', ...box } : undefined}>
    <p class="drop-words">
      {!box && <Icon name="import" />}
      <strong>{box ? strings.rescue.drop : strings.files.dropNow}</strong>
      {!box && <span class="quiet">{strings.files.stays}</span>}
    </p>
  </div>
)
