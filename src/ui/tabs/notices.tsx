import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'

/** What concerns the whole panel, above the bar: no connection, and images that are in memory only. */
export function Notices({ panel }: { readonly panel: Panel }) {
  const { jobs, pictures } = panel
  return (
    <>
      {panel.isOffline.value && <NoticeView about="offline" icon="offline" notice={strings.offline} />}
      {pictures.all.value.map((job) => {
        const notice = strings.unstoredNotice(job)
        return (
          notice && (
            <NoticeView
              key={job.id}
              about={job.id}
              icon="full"
              isWarning
              notice={notice}
              subject={job.request.prompt}
              report={`unstored ${job.unstored}`}
            >
              <Button secondary onClick={() => void jobs.save(job)}>
                {strings.unstored.save}
              </Button>
              <Button secondary onClick={() => void jobs.store(job.id, job.unstored === 'consent')}>
                {job.unstored === 'consent' ? strings.unstored.makeRoom : strings.unstored.again}
              </Button>
            </NoticeView>
          )
        )
      })}
    </>
  )
}
