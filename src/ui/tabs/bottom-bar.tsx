import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { strings } from '../../strings'
import { InsertBar } from '../insert/insert-bar'
import { InsertProblems } from '../insert/insert-problems'
import { UndoBar } from '../insert/undo-bar'
import type { Panel } from '../panel'
import { blockerOf, insertImages, prefersReplace, replaceSelected } from './insert-images'
import { Notices } from './notices'
import { selectedJobs } from './selected-jobs'

interface BottomBarProps {
  readonly panel: Panel
  readonly view: 'create' | 'history'
  /** Whether the bar has the view's primary button. */
  readonly isPrimary: boolean
  /** Shown above the bar. */
  readonly children?: ComponentChildren
}

/** The bottom of a view: notices, Undo after a delete, and the bar that inserts the selected images. */
export function BottomBar({ panel, view, isPrimary, children }: BottomBarProps) {
  const { canvas, history, inserting, pictures, picks, announce } = panel
  const jobs = selectedJobs(panel, view)
  const [only] = jobs
  const sizes = jobs.flatMap(({ id }) => {
    const preparation = pictures.preparationOf(id)
    return preparation.state === 'ready' ? [preparation.prepared] : []
  })
  const picked = jobs.map(({ id }) => {
    const preparation = pictures.preparationOf(id)
    return preparation.state === 'ready' ? picks.of(id, preparation.prepared) : null
  })
  const dimensions = sizes.map(({ width, height }) => `${width}x${height}`).join()
  // The placement depends on the sizes of the images.
  useEffect(() => {
    canvas.tellChosen(sizes.map(({ width, height }) => ({ width, height })))
  }, [dimensions, canvas])
  return (
    <div class="bottom">
      {children}
      <Notices panel={panel} />
      <InsertProblems jobs={jobs} canvas={canvas} onSave={(job) => void panel.jobs.save(job)} />
      {history.removed.value.length > 0 && <UndoBar history={history} />}
      {only && (
        <InsertBar
          jobs={jobs}
          plan={inserting.plan.value}
          prefersReplace={prefersReplace(panel, jobs)}
          canvas={canvas}
          selection={canvas.selection}
          picked={picked}
          blocker={blockerOf(panel, jobs)}
          isPrimary={isPrimary}
          onInsert={() => insertImages(panel, jobs)}
          onReplace={() => replaceSelected(panel, only)}
          onPlace={(next) => {
            inserting.place.value = next
          }}
          onShow={async () => {
            const isThere = await canvas.show(jobs.map(({ id }) => id))
            if (!isThere) announce(strings.insertBar.notThere)
          }}
          onDelete={view === 'history' ? () => void history.remove(jobs) : null}
        />
      )}
    </div>
  )
}
