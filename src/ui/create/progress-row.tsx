import { strings } from '../../strings'
import { Button } from '../parts/button'

interface ProgressRowProps {
  readonly text: string
  /** What a screen reader calls the bar. */
  readonly label: string
  readonly value: number
  readonly max: number
  readonly onStop: () => void
}

/** What is being done to the picture, how far it is, and the way to stop it. Appears when it takes longer than a moment. */
export const ProgressRow = ({ text, label, value, max, onStop }: ProgressRowProps) => (
  <div class="preparing">
    <span class="secondary">{text}</span>
    <progress value={value} max={max} aria-label={label} />
    <Button secondary onClick={onStop}>
      {strings.cancel}
    </Button>
  </div>
)
