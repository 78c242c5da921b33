import type { Job } from '../../jobs/job'
import type { Dropped } from '../../protocol/contract'
import type { Clock } from '../../segmind/http'
import type { PicksStore } from '../stores/picks'
import { BackgroundTile } from './background-tile'
import { NoticeTile } from './notice-tile'
import { type PicturesForTiles, PictureTile } from './picture-tile'
import { RunningTile } from './running-tile'

/** What can be done with a tile. */
export interface TileActions {
  click(id: string, event: MouseEvent): void
  focus(id: string): void
  open(job: Job): void
  star(job: Job): void
  remove(job: Job): void
  cancel(job: Job): void
  /** Takes a job that goes on out of sight. */
  hide(job: Job): void
  /** Picks up an accepted job at no cost, or sends the request of one that is over once more. */
  again(job: Job): void
  /** Fills the form with what it was made from. */
  edit(job: Job): void
  /** Has the user choose the file of an image that Inkwright cannot get. */
  chooseFile(job: Job): void
  openSettings(): void
  /** Saves the image as a file, as it was delivered. */
  save(job: Job): void
  copyRequestId(id: string): void
  /** All that is dragged with this image. */
  dragged(job: Job): Dropped
}

export interface TileProps {
  readonly job: Job
  /** Which image of its batch it is, for a screen reader; empty for a single one. */
  readonly position: string
  /** Its name stands on it: its batch has another heading. */
  readonly isNamed: boolean
  readonly isSelected: boolean
  /** The keyboard is at it. */
  readonly isCurrent: boolean
  readonly pictures: PicturesForTiles
  readonly picks: Pick<PicksStore, 'of'>
  readonly actions: TileActions
  readonly clock: Clock
  /** How long it is likely to take in all, in ms. */
  readonly expected: number
}

/** A job, from the click to the image: the same place for whatever becomes of it. */
export function Tile(props: TileProps) {
  const { job } = props
  if (job.hasPicture) return <PictureTile {...props} />
  if (job.activity === null || job.error) return <NoticeTile {...props} />
  return job.isInBackground ? <BackgroundTile {...props} /> : <RunningTile {...props} />
}
