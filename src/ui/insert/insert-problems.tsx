import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'
import type { CanvasStore } from '../stores/canvas'

interface InsertProblemsProps {
  readonly jobs: readonly Job[]
  readonly canvas: Pick<CanvasStore, 'insertionOf'>
  /** Saves the image as a file. */
  readonly onSave: (job: Job) => void
}

/** Shows what went wrong while inserting, which colors could not be bound, and what else is missing. */
export function InsertProblems({ jobs, canvas, onSave }: InsertProblemsProps) {
  return (
    <>
      {jobs.map((job) => {
        const { id, request } = job
        const insertion = canvas.insertionOf(id)
        if (insertion.state === 'failed')
          return (
            <NoticeView
              key={id}
              about={`insertion ${id}`}
              notice={strings.insertNotice(insertion.code, job)}
              subject={request.prompt}
              icon="alert"
              isWarning
              report={`insert ${insertion.code}`}
            >
              <Button secondary onClick={() => onSave(job)}>
                {strings.unstored.save}
              </Button>
            </NoticeView>
          )
        if (insertion.state !== 'done') return null
        const { binding, finish, preparation } = insertion
        const texts = [
          binding.failed.length > 0 && strings.bound(binding, preparation.plan.groups),
          strings.finish(finish),
        ].filter(Boolean)
        return texts.length > 0 ? (
          <p key={id} class="notice quiet">
            {texts.join(' ')}
          </p>
        ) : null
      })}
    </>
  )
}
