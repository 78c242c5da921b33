import type { Job } from '../../jobs/job'
import type { Dropped } from '../../protocol/contract'
import type { Clock } from '../../segmind/http'
import type { PicksStore } from '../stores/picks'
import { BackgroundTile } from './background-tile'
import { NoticeTile } from './notice-tile'
import { type PicturesForTiles, PictureTile } from './picture-tile'
import { RunningTile } from './running-tile'

/** The actions of a tile. */
export interface TileActions {
  click(id: string, event: MouseEvent): void
  focus(id: string): void
  open(job: Job): void
  star(job: Job): void
  remove(job: Job): void
  cancel(job: Job): void
  /** Hides the tile of a job that continues in the background. */
  hide(job: Job): void
  /** Resumes an accepted job at no cost, or sends the request of an ended job again. */
  again(job: Job): void
  /** Fills the form with the job's request. */
  edit(job: Job): void
  /** Lets the user choose the file for an image that Inkwright could not download. */
  chooseFile(job: Job): void
  openSettings(): void
  /** Saves the original as a file. */
  save(job: Job): void
  copyRequestId(id: string): void
  /** Returns everything that is dragged along with this image. */
  dragged(job: Job): Dropped
}

export interface TileProps {
  readonly job: Job
  /** The position in the batch, for screen readers; empty if it is the only one. */
  readonly position: string
  /** Whether the tile shows its name, because the batch has another heading. */
  readonly isNamed: boolean
  readonly isSelected: boolean
  /** Whether it is the grid's tab stop. */
  readonly isCurrent: boolean
  readonly pictures: PicturesForTiles
  readonly picks: Pick<PicksStore, 'of'>
  readonly actions: TileActions
  readonly clock: Clock
  /** Expected total time in ms. */
  readonly expected: number
}

/** The tile of a job in any state, from the click to the image. */
export function Tile(props: TileProps) {
  const { job } = props
  if (job.hasPicture) return <PictureTile {...props} />
  if (job.activity === null || job.error) return <NoticeTile {...props} />
  return job.isInBackground ? <BackgroundTile {...props} /> : <RunningTile {...props} />
}
