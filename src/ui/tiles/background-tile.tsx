import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Icon } from '../parts/icon'
import { ClampedText } from './clamped-text'
import type { TileProps } from './tile'
import { TileFrame } from './tile-frame'

/** A job that the user no longer waits for: Segmind finishes it, and its image replaces this tile. */
export function BackgroundTile({
  job,
  actions,
  isCurrent,
}: Pick<TileProps, 'job' | 'actions' | 'isCurrent'>) {
  const { title, cost, text } = strings.tiles.background(job.price)
  useAnnounced(`background ${job.id}`, `${title}. ${cost} ${text}`)
  return (
    <TileFrame
      job={job}
      kind="notice-tile"
      label={`${title}, ${job.request.prompt}`}
      isCurrent={isCurrent}
      onFocus={() => actions.focus(job.id)}
    >
      <div class="fail">
        <Icon name="run" />
        <strong aria-hidden="true">{title}</strong>
        <ClampedText text={`${cost} ${text}`} />
        <div class="row">
          <Button secondary tabIndex={isCurrent ? 0 : -1} onClick={() => actions.hide(job)}>
            {strings.tiles.hide}
          </Button>
        </div>
      </div>
    </TileFrame>
  )
}
