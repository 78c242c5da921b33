import { useComputed } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { Icon } from '../parts/icon'
import { IconButton } from '../parts/icon-button'
import { PreviewImage } from '../parts/preview'
import { useRenderWhenVisible } from '../parts/render-when-visible'
import type { PicturesStore } from '../stores/pictures'
import { PreparationProblem } from './preparation-problem'
import type { TileProps } from './tile'
import { TileFrame } from './tile-frame'

/** An image, prepared and rendered when it comes into view. */
export function PictureTile(props: TileProps) {
  const { job, position, pictures, picks, actions, isNamed, isSelected, isCurrent } = props
  const { id } = job
  const tile = useRef<HTMLDivElement>(null)
  const isVisible = useRenderWhenVisible(tile)
  useEffect(() => (isVisible ? pictures.watch(id) : undefined), [isVisible, id, pictures])
  // Read per image, so that this tile does not rerender when others change.
  const preparation = useComputed(() => pictures.preparationOf(id)).value
  const picked = useComputed(() => {
    const now = pictures.preparationOf(id)
    return now.state === 'ready' ? picks.of(id, now.prepared) : null
  }).value
  const isPreparing = useComputed(() => pictures.stageOf(id) !== null).value
  const isShown = preparation.state === 'ready' && isVisible
  const tabIndex = isCurrent ? 0 : -1
  return (
    <TileFrame
      job={job}
      kind={job.isOwn ? 'image own' : 'image'}
      // The image's alt text is its prompt.
      label={isShown ? position : `${position} ${job.request.prompt}`}
      isCurrent={isCurrent}
      tileRef={tile}
      aria-selected={isSelected}
      aria-busy={isPreparing}
      onClick={(event) => actions.click(id, event)}
      onDblClick={() => actions.open(job)}
      onFocus={() => actions.focus(id)}
    >
      {picked && isVisible ? (
        <PreviewImage
          svg={picked.prepared.svg}
          width={picked.prepared.width}
          height={picked.prepared.height}
          alt={job.request.prompt}
          dragged={() => actions.dragged(job)}
        />
      ) : (
        preparation.state !== 'loading' &&
        preparation.state !== 'ready' && (
          <PreparationProblem
            job={job}
            preparation={preparation}
            onRetry={() => void pictures.look(job)}
            onSave={() => actions.save(job)}
            onEdit={job.isOwn ? null : () => actions.edit(job)}
            isTile
          />
        )
      )}
      {preparation.state === 'loading' && (
        <div class="job preparing-job" aria-hidden="true">
          <div class="job-line">
            <span class="job-label">{strings.tiles.preparing}</span>
          </div>
          <div class="track held">
            <div class="track-fill" />
          </div>
        </div>
      )}
      <span class="tile-tick">
        <Icon name="check" />
      </span>
      {job.unstored && (
        <span class="tile-badge" data-tip={strings.unstoredNotice(job)?.text}>
          <Icon name="full" />
          <span>{strings.tiles.unstored}</span>
        </span>
      )}
      {isShown && picked?.isPart && <span class="tile-badge low">{strings.objects.part(picked)}</span>}
      {isNamed && !picked?.isPart && (
        <span class="tile-badge low name" aria-hidden="true" title={job.request.prompt}>
          <span class="ellipsis">{job.request.prompt}</span>
        </span>
      )}
      {job.isSample && !job.unstored && !picked?.isPart && (
        <span class="tile-badge low">{strings.samples.badge}</span>
      )}
      {job.inserted && isShown && !picked?.isPart && !job.isSample && !job.starred && !isNamed && (
        <span class="tile-badge low done">{strings.tiles.inserted}</span>
      )}
      <span class="tile-actions">
        <IconButton
          icon={job.starred ? 'starred' : 'star'}
          label={job.starred ? strings.tiles.removeStar : strings.tiles.star}
          shortcut="S"
          aria-pressed={job.starred}
          tabIndex={tabIndex}
          onClick={(event) => {
            event.stopPropagation()
            void actions.star(job)
          }}
        />
        <IconButton
          icon="open"
          label={strings.tiles.open}
          shortcut={strings.tiles.spaceKey}
          tabIndex={tabIndex}
          onClick={(event) => {
            event.stopPropagation()
            actions.open(job)
          }}
        />
      </span>
      {job.starred && (
        <span class="tile-star">
          <span class="visually-hidden">{strings.tiles.starred}</span>
          <Icon name="starred" />
        </span>
      )}
    </TileFrame>
  )
}

export type PicturesForTiles = Pick<PicturesStore, 'watch' | 'preparationOf' | 'stageOf' | 'look'>
