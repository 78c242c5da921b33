import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { strings } from '../../strings'
import { InsertBar } from '../insert/insert-bar'
import { InsertProblems } from '../insert/insert-problems'
import { UndoBar } from '../insert/undo-bar'
import type { Panel } from '../panel'
import { insertImages, prefersReplace, replaceSelected } from './insert-images'
import { Notices } from './notices'
import { selectedJobs } from './selected-jobs'

interface BottomBarProps {
  readonly panel: Panel
  readonly view: 'create' | 'history'
  /** Whether its button is the primary (blue) one of the screen. */
  readonly isPrimary: boolean
  /** Above the bar. */
  readonly children?: ComponentChildren
}

/** The bottom of a view: notices, Undo after a delete, and Insert for what is selected. */
export function BottomBar({ panel, view, isPrimary, children }: BottomBarProps) {
  const { canvas, history, inserting, pictures, announce } = panel
  const jobs = selectedJobs(panel, view)
  const [only] = jobs
  const sizes = jobs.flatMap(({ id }) => {
    const preparation = pictures.preparationOf(id)
    return preparation.state === 'ready' ? [preparation.prepared] : []
  })
  // One that is still being prepared can be: it is waited for.
  const isUsable = jobs.some(({ id }) => /ready|loading/.test(pictures.preparationOf(id).state))
  const dimensions = sizes.map(({ width, height }) => `${width}x${height}`).join()
  // Where images go depends on how large they are.
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
          blocker={isUsable ? null : strings.insertBar.unusable}
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
