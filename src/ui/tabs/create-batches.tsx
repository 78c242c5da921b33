import { storedDimensions } from '../../segmind/request'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { Batch } from '../stores/batches'
import { TileBatches } from './tile-batches'

interface CreateBatchesProps {
  readonly panel: Panel
  readonly batches: readonly Batch[]
}

/** The batches in Create. */
export const CreateBatches = ({ panel, batches }: CreateBatchesProps) => (
  <TileBatches
    panel={panel}
    view="create"
    batches={batches}
    facts={({ style, isOwn }) => (isOwn ? strings.files.mark : strings.styleName(style))}
    columns={columnsOf}
    ratio={ratioOf}
  />
)

/** A batch with more files than this gets small tiles. */
const FEW_FILES = 4

function columnsOf({ jobs, isOwn }: Batch): number | null {
  if (jobs.length === 1) return 1
  return isOwn && jobs.length > FEW_FILES ? null : 2
}

/** Limits of a tile's width divided by its height, because a file can be as thin as a line. */
const NARROWEST = 0.5
const WIDEST = 4

/**
 * Returns the width divided by the height of the requested size or of a single file. 1 if the size is unknown or there are several files.
 */
function ratioOf({ jobs: [job, ...more], isOwn }: Batch): number {
  const size = job && storedDimensions(job.request.size)
  if (!size || (isOwn && more.length > 0)) return 1
  return Math.min(Math.max(size.width / size.height, NARROWEST), WIDEST)
}
