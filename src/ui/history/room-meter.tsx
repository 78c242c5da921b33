import { BUDGET } from '../../jobs/eviction'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'

/** From this share on it is worth a word what happens next, and what can be done about it. */
const NEARLY = 0.9

/** How much of the device's room the pictures take. In bytes. */
export function RoomMeter({ used }: { readonly used: number }) {
  const note = used > BUDGET * NEARLY ? strings.history.nearlyFull : ''
  useAnnounced('room', note)
  return (
    <div class="room">
      {/* A <meter> is drawn differently by each engine: it is for screen readers, and the bar is for the eye. */}
      <meter class="visually-hidden" min={0} max={BUDGET} value={used} aria-label={strings.history.usedLabel}>
        {strings.history.used(used)}
      </meter>
      <div class="bar" aria-hidden="true">
        <div class="bar-fill" style={{ width: `${Math.min(1, used / BUDGET) * 100}%` }} />
      </div>
      <span class="secondary">{strings.history.used(used)}</span>
      {note && <p class="secondary room-note">{note}</p>}
    </div>
  )
}
