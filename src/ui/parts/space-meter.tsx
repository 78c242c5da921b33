import { BUDGET } from '../../jobs/eviction'
import { strings } from '../../strings'
import { useAnnounced } from './announced'

/** The share of the space from which the panel says what happens when it is full. */
const NEARLY = 0.9
/** The share from which the space is worth a place on a screen about something else. */
const NOTABLE = 0.8

/** The space in whole megabytes, as it is shown. */
const SPACE = Math.round(BUDGET / 1e6) * 1e6

interface SpaceMeterProps {
  /** In bytes. */
  readonly used: number
  /** Shows nothing while there is space enough. */
  readonly isQuiet?: boolean
}

/** How much of the space on this device the images take. */
export function SpaceMeter({ used, isQuiet }: SpaceMeterProps) {
  const note = used > BUDGET * NEARLY ? strings.history.nearlyFull : ''
  useAnnounced('space', note)
  const isHigh = used > BUDGET * NOTABLE
  if (isQuiet && !isHigh) return null
  return (
    <div class="space">
      {/* A <meter> is drawn differently by each engine: it is for screen readers, and the bar is for the eye. */}
      <meter class="visually-hidden" min={0} max={BUDGET} value={used} aria-label={strings.history.usedLabel}>
        {strings.history.used(used, SPACE)}
      </meter>
      <div class={isHigh ? 'meter high' : 'meter'} aria-hidden="true">
        <div style={{ width: `${Math.min(1, used / BUDGET) * 100}%` }} />
      </div>
      <span class="quiet">{strings.history.used(used, SPACE)}</span>
      {note && <p class="quiet space-note">{note}</p>}
    </div>
  )
}
