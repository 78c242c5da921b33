import type { Job } from '../../jobs/job'
import { strings } from '../../strings'
import { subjectOf } from '../announcer'
import type { CanvasStore } from '../stores/canvas'
import type { PicturesStore } from '../stores/pictures'
import { Button } from './button'
import { NoticeView } from './notice'

interface PictureNoticesProps {
  readonly job: Job
  readonly pictures: Pick<PicturesStore, 'preparationOf' | 'look'>
  readonly canvas: Pick<CanvasStore, 'insertionOf'>
  /** Offers the picture, as it was delivered, as a file. */
  readonly onSave: (job: Job) => void
}

/** What is wrong with the picture that is shown: not readable, not usable, not insertable. */
export function PictureNotices({ job, pictures, canvas, onSave }: PictureNoticesProps) {
  const preparation = pictures.preparationOf(job.id)
  const insertion = canvas.insertionOf(job.id)
  return (
    <>
      {(preparation.state === 'missing' || preparation.state === 'unprepared') && (
        <NoticeView
          about={subjectOf.preparation(job)}
          notice={
            preparation.state === 'missing'
              ? strings.missingNotice(preparation.why)
              : strings.unpreparedNotice
          }
          subject={job.request.prompt}
        >
          <Button secondary onClick={() => void pictures.look(job)}>
            {strings.actions.retry}
          </Button>
        </NoticeView>
      )}
      {preparation.state === 'unusable' && (
        <NoticeView
          about={subjectOf.preparation(job)}
          notice={strings.vectorNotice(preparation.code)}
          subject={job.request.prompt}
        >
          <Button secondary onClick={() => onSave(job)}>
            {strings.unstored.save}
          </Button>
        </NoticeView>
      )}
      {insertion.state === 'failed' && (
        <NoticeView about={subjectOf.insertion(job)} notice={strings.insertNotice(insertion.code)} />
      )}
    </>
  )
}
