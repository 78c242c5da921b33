import type { Job } from '../../jobs/job'
import * as words from '../../words'
import { subjectOf } from '../announcer'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'

/** What is wrong with the picture that is shown: not readable, not usable, not insertable. */
export function PictureNotices({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures, studio, canvas } = panel
  const sheet = pictures.sheetOf(job.id)
  const insertion = canvas.insertionOf(job.id)
  return (
    <>
      {(sheet.state === 'missing' || sheet.state === 'unprepared') && (
        <NoticeView
          about={subjectOf.sheet(job)}
          notice={sheet.state === 'missing' ? words.missingNotice(sheet.why) : words.unpreparedNotice}
          subject={job.request.prompt}
        >
          <Button secondary onClick={() => void pictures.look(job)}>
            {words.actions.retry}
          </Button>
        </NoticeView>
      )}
      {sheet.state === 'unusable' && (
        <NoticeView
          about={subjectOf.sheet(job)}
          notice={words.vectorNotice(sheet.code)}
          subject={job.request.prompt}
        >
          <Button secondary onClick={() => void studio.save(job)}>
            {words.unstored.save}
          </Button>
        </NoticeView>
      )}
      {insertion.state === 'failed' && (
        <NoticeView about={subjectOf.insertion(job)} notice={words.insertNotice(insertion.code)} />
      )}
    </>
  )
}
