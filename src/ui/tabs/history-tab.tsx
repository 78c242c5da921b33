import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { HistoryDetails } from '../history/history-details'
import { HistoryGrid } from '../history/history-grid'
import { HistoryView } from '../history/history-view'
import { Overview } from '../history/overview'
import type { Panel } from '../panel'

/** The kept pictures, and the ways back to the form. */
export function HistoryTab({ panel }: { readonly panel: Panel }) {
  const { generation, jobs, pictures, history, canvas, announce } = panel
  const showForm = () => panel.show('create')
  const open = (job: Job) => {
    pictures.show(job)
    showForm()
  }
  const reuse = (job: Job) => {
    generation.reuse(job.request)
    announce(strings.details.reused)
    showForm()
  }
  return (
    <HistoryView
      history={history}
      details={(job) => (
        <HistoryDetails
          key={job.id}
          job={job}
          pictures={pictures}
          history={history}
          canvas={canvas}
          announce={announce}
          onSave={jobs.save}
          onReuse={() => reuse(job)}
          onEdit={showForm}
        />
      )}
    >
      <Overview jobs={jobs} pictures={pictures} history={history} announce={announce} onCreate={showForm}>
        <HistoryGrid history={history} pictures={pictures} canvas={canvas} onOpen={open} />
      </Overview>
    </HistoryView>
  )
}
