import { strings } from '../../strings'
import { Icon } from '../parts/icon'

interface DropFrameProps {
  /** Of the image whose file is dropped here; null where files become images of their own. */
  readonly prompt: string | null
  /** What the frame is around, in px of the window; null for the whole panel. */
  readonly box: DOMRect | null
}

/** Where files are taken that are being dragged over the panel. What is below stays in sight. */
export const DropFrame = ({ prompt, box }: DropFrameProps) => (
  <div
    class="drop-frame"
    aria-hidden="true"
    style={
      box ? { inset: 'auto', top: box.top, left: box.left, width: box.width, height: box.height } : undefined
    }
  >
    <p class="drop-words">
      <Icon name="import" />
      <strong>{prompt === null ? strings.files.dropNow : strings.rescue.drop(prompt)}</strong>
      {prompt === null && <span class="quiet">{strings.files.stays}</span>}
    </p>
  </div>
)
