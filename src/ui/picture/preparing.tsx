import { strings } from '../../strings'
import type { Stage } from '../../vector/prepare'
import { Button } from '../parts/button'

const STAGES: readonly Stage[] = ['reading', 'colors', 'layers', 'writing']

interface PreparingProps {
  readonly stage: Stage
  readonly onStop: () => void
}

/** Shows the current step of preparing the image. Most images are ready before it appears. */
export const Preparing = ({ stage, onStop }: PreparingProps) => (
  <div class="preparing">
    <span class="ellipsis">{strings.result.stages[stage]}</span>
    <div
      class="track"
      role="progressbar"
      aria-label={strings.result.preparing}
      aria-valuemin={0}
      aria-valuemax={STAGES.length}
      aria-valuenow={STAGES.indexOf(stage)}
    >
      <div class="track-fill" style={{ transform: `scaleX(${STAGES.indexOf(stage) / STAGES.length})` }} />
    </div>
    <Button secondary onClick={onStop}>
      {strings.cancel}
    </Button>
  </div>
)
