import { BUDGET } from '../../jobs/room'
import * as words from '../../words'

/** From this share on it is worth a word what happens next, and what can be done about it. */
const NEARLY = 0.9

/** How much of the device's room the pictures take. In bytes. */
export function RoomMeter({ used }: { readonly used: number }) {
  return (
    <div class="room">
      <meter min={0} max={BUDGET} value={used} aria-label={words.history.usedLabel}>
        {words.history.used(used)}
      </meter>
      <span class="secondary">{words.history.used(used)}</span>
      {used > BUDGET * NEARLY && <p class="secondary room-note">{words.history.nearlyFull}</p>}
    </div>
  )
}
