import { storedDimensions } from '../../segmind/request'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import type { Batch } from '../stores/batches'
import { TileBatches } from './tile-batches'

interface CreateBatchesProps {
  readonly panel: Panel
  readonly batches: readonly Batch[]
}

/** The batches as Create shows them. */
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

/** More own files than this are shown small. */
const FEW_FILES = 4

function columnsOf({ jobs, isOwn }: Batch): number | null {
  if (jobs.length === 1) return 1
  return isOwn && jobs.length > FEW_FILES ? null : 2
}

/** The narrowest and the widest tile, as width by height: a file can be a line. */
const NARROWEST = 0.5
const WIDEST = 4

/** Width by height of what was asked for, or of a single file; a square where this version does not know, and for several files. */
function ratioOf({ jobs: [job, ...more], isOwn }: Batch): number {
  const size = job && storedDimensions(job.request.size)
  if (!size || (isOwn && more.length > 0)) return 1
  return Math.min(Math.max(size.width / size.height, NARROWEST), WIDEST)
}
