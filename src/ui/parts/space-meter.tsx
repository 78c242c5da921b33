import { BUDGET } from '../../jobs/eviction'
import { strings } from '../../strings'
import { useAnnounced } from './announced'

/** The share of the space from which the panel says what happens when it is full. */
const NEARLY = 0.9

/** The space in whole megabytes, as it is shown. */
const SPACE = Math.round(BUDGET / 1e6) * 1e6

/** How much of the space on this device the pictures take. In bytes. */
export function SpaceMeter({ used }: { readonly used: number }) {
  const note = used > BUDGET * NEARLY ? strings.history.nearlyFull : ''
  useAnnounced('space', note)
  return (
    <div class="space">
      {/* A <meter> is drawn differently by each engine: it is for screen readers, and the bar is for the eye. */}
      <meter class="visually-hidden" min={0} max={BUDGET} value={used} aria-label={strings.history.usedLabel}>
        {strings.history.used(used, SPACE)}
      </meter>
      <div class="bar" aria-hidden="true">
        <div class="bar-fill" style={{ width: `${Math.min(1, used / BUDGET) * 100}%` }} />
      </div>
      <span class="secondary">{strings.history.used(used, SPACE)}</span>
      {note && <p class="secondary space-note">{note}</p>}
    </div>
  )
}
