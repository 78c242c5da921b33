import { useMemo, useRef } from 'preact/hooks'
import { withoutColors } from '../../colors/prompt'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { MenuButton } from '../parts/menu'
import type { Batch } from '../stores/batches'
import { Tile } from '../tiles/tile'
import { BatchView, TileGrid } from '../tiles/tile-grid'
import { insertImages } from './insert-images'
import { tileActions } from './tile-actions'

interface TileBatchesProps {
  readonly panel: Panel
  readonly view: 'create' | 'history'
  readonly batches: readonly Batch[]
  /** Returns the text beside the prompt of a batch. */
  readonly facts: (batch: Batch) => string
  /** Returns the number of columns of a batch; null for as many as fit. */
  readonly columns: (batch: Batch) => number | null
  /** Returns the width divided by the height of a batch's tiles. */
  readonly ratio: (batch: Batch) => number
}

/** Shows batches of tiles with their actions, in Create and in History. */
export function TileBatches({ panel, view, batches, facts, columns, ratio }: TileBatchesProps) {
  const { jobs, pictures, picks, clock } = panel
  const selection = panel.selections[view]
  const inOrder = batches.flatMap((batch) => batch.jobs)
  const latest = useRef(inOrder)
  latest.current = inOrder
  // The same object in each rendering, so that only tiles whose own state changes are rendered again.
  const actions = useMemo(() => tileActions(panel, view, () => latest.current), [panel, view])
  const { value: at } = selection.current
  // Falls back to the first tile, so that Tab always reaches one.
  const current = inOrder.some(({ id }) => id === at) ? at : inOrder[0]?.id
  return (
    <TileGrid
      jobs={inOrder}
      selection={selection}
      actions={actions}
      onInsert={(job) => insertImages(panel, [job])}
    >
      {batches.map((batch) => (
        <BatchView
          key={batch.id}
          prompt={headingOf(batch)}
          facts={facts(batch)}
          columns={columns(batch)}
          ratio={ratio(batch)}
          count={batch.jobs.length}
          menu={<MenuButton label={strings.tiles.batchMore} items={() => actions.batchMenu(batch)} />}
        >
          {batch.jobs.map((job, i) => (
            <Tile
              key={job.id}
              job={job}
              position={strings.tiles.position(i + 1, batch.jobs.length)}
              isNamed={batch.isOwn && batch.jobs.length > 1}
              isSelected={selection.isSelected(job.id)}
              isCurrent={job.id === current}
              pictures={pictures}
              picks={picks}
              actions={actions}
              clock={clock}
              expected={jobs.expectedTime(job)}
            />
          ))}
        </BatchView>
      ))}
    </TileGrid>
  )
}

const headingOf = ({ prompt, isOwn, jobs }: Batch): string =>
  isOwn && jobs.length > 1 ? strings.files.count(jobs.length) : withoutColors(prompt)
