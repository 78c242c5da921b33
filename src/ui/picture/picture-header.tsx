import { withoutColors } from '../../colors/prompt'
import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { IconButton } from '../parts/icon-button'
import { MenuButton, type MenuItem } from '../parts/menu'

interface PictureHeaderProps {
  readonly job: Job
  /** The images of the same prompt, including this one. */
  readonly batch: readonly Job[]
  readonly from: 'create' | 'history'
  readonly menu: () => readonly MenuItem[]
  readonly onBack: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onStar: () => void
}

/** The top of the image view: Back, the position in the batch, and the actions. */
export function PictureHeader({ job, batch, from, menu, onBack, onStep, onStar }: PictureHeaderProps) {
  const at = batch.findIndex(({ id }) => id === job.id) + 1
  const prompt = withoutColors(job.request.prompt)
  const { starred } = job
  return (
    <header class="top picture-top">
      <h1 class="visually-hidden">{strings.product}</h1>
      <IconButton icon="left" label={strings.picture.back[from]} shortcut="Esc" onClick={onBack} />
      <h2 class="ellipsis" title={prompt}>
        {prompt || strings.untitled}
      </h2>
      {batch.length > 1 && (
        <>
          <span class="picture-position quiet numbers">
            <span aria-hidden="true">{strings.picture.position(at, batch.length)}</span>
            <span class="visually-hidden">{strings.picture.positionLabel(at, batch.length)}</span>
          </span>
          <IconButton
            icon="left"
            label={strings.picture.previous}
            shortcut="←"
            aria-disabled={at <= 1}
            onClick={() => onStep(-1)}
          />
          <IconButton
            icon="right"
            label={strings.picture.next}
            shortcut="→"
            aria-disabled={at >= batch.length}
            onClick={() => onStep(1)}
          />
        </>
      )}
      <IconButton
        icon={starred ? 'starred' : 'star'}
        label={starred ? strings.tiles.removeStar : strings.tiles.star}
        aria-pressed={starred}
        onClick={onStar}
      />
      <MenuButton label={strings.picture.more} items={menu} />
    </header>
  )
}
