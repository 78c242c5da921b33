import type { ComponentChildren, JSX, Ref } from 'preact'
import type { Job } from '../../jobs/job'

interface TileFrameProps extends Omit<JSX.HTMLAttributes<HTMLDivElement>, 'label' | 'ref'> {
  readonly job: Job
  /** What a screen reader says before what is in it. */
  readonly label: string
  /** How it looks. */
  readonly kind: string
  /** The Tab key leads to it. */
  readonly isCurrent: boolean
  readonly tileRef?: Ref<HTMLDivElement>
  readonly children: ComponentChildren
}

/** The place of a job in the grid, whatever is in it. Its keys are the grid's. */
export const TileFrame = ({ job, label, kind, isCurrent, tileRef, children, ...rest }: TileFrameProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a cell of a table would be laid out as one
  <div
    {...rest}
    {...(tileRef && { ref: tileRef })}
    class={`tile ${kind}`}
    role="gridcell"
    data-job={job.id}
    tabIndex={isCurrent ? 0 : -1}
  >
    {/* Not `aria-label`: the name of a cell has what is to be read in it, too. */}
    <span class="visually-hidden tile-name">{label}</span>
    {children}
  </div>
)
