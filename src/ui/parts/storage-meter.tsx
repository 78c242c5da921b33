import { budgetOf } from '../../jobs/eviction'
import { strings } from '../../strings'
import { useAnnounced } from './announced'

/** The share of the space from which the meter has a color. */
const HIGH = 0.8
/** From this share on, the panel says what happens when the space is full. */
const NEARLY = 0.9

interface StorageMeterProps {
  /** In bytes. */
  readonly used: number
  /** Size of the device's storage, in bytes. */
  readonly space: number
  /** Text beside the number. */
  readonly label: string
  /** Shows nothing while there is enough space. */
  readonly onlyHigh?: boolean
}

/** How much of the space on this device the images take. */
export function StorageMeter({ used, space, label, onlyHigh }: StorageMeterProps) {
  const budget = budgetOf(space)
  const note = used > budget * NEARLY ? strings.history.nearlyFull : ''
  useAnnounced('space', note)
  const isHigh = used > budget * HIGH
  if (onlyHigh && !isHigh) return null
  const text = strings.storage.used(used, space)
  return (
    <div class="space">
      <div class="between">
        <span>{label}</span>
        <span class="quiet numbers">{text}</span>
      </div>
      {/* A <meter> is drawn differently by each engine: it is for screen readers, and the bar is for the eye. */}
      <meter
        class="visually-hidden"
        min={0}
        max={budget}
        value={used}
        aria-label={strings.storage.heading}
        aria-valuetext={text}
      />
      <div class={isHigh ? 'meter high' : 'meter'} aria-hidden="true">
        <div style={{ width: `${Math.min(1, used / Math.max(1, budget)) * 100}%` }} />
      </div>
      {note && <p class="quiet space-note">{note}</p>}
    </div>
  )
}
