import { strings } from '../../strings'
import { Refusals } from '../files/refusals'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'

/** Notices about the whole panel: no connection, and images that are in memory only. */
export function Notices({ panel }: { readonly panel: Panel }) {
  const { jobs, pictures } = panel
  const own = pictures.all.value.filter(({ isOwn, unstored }) => isOwn && unstored)
  const canMakeRoom = own.some(({ unstored }) => unstored === 'consent')
  return (
    <>
      <Refusals files={panel.files} />
      {panel.isOffline.value && <NoticeView about="offline" icon="offline" notice={strings.offline} />}
      {pictures.all.value.map((job) => {
        const notice = job.isOwn ? null : strings.unstoredNotice(job)
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
      {own.length > 0 && (
        <NoticeView
          about="own files"
          icon="full"
          isWarning
          notice={strings.unstoredFiles(own.length, canMakeRoom)}
        >
          <Button
            secondary
            onClick={() => {
              for (const { id, unstored } of own) void jobs.store(id, unstored === 'consent')
            }}
          >
            {canMakeRoom ? strings.unstored.makeRoom : strings.unstored.again}
          </Button>
        </NoticeView>
      )}
    </>
  )
}
