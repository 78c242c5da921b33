import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { strings } from '../../strings'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { NoticeView } from '../parts/notice'

/** What concerns the whole panel, above the bar: no connection, and images that are in memory only. */
export function Notices({ panel }: { readonly panel: Panel }) {
  const { jobs, pictures } = panel
  const isOffline = useOffline()
  return (
    <>
      {isOffline && <NoticeView about="offline" icon="offline" notice={strings.offline} />}
      {pictures.all.value.map((job) => {
        const notice = strings.unstoredNotice(job)
        return (
          notice && (
            <NoticeView key={job.id} about={job.id} icon="full" isWarning notice={notice} subject={job.request.prompt}>
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

/** Whether the browser says that there is no connection. */
function useOffline(): boolean {
  const isOffline = useSignal(false)
  useEffect(() => {
    const update = () => {
      isOffline.value = !navigator.onLine
    }
    update()
    addEventListener('online', update)
    addEventListener('offline', update)
    return () => {
      removeEventListener('online', update)
      removeEventListener('offline', update)
    }
  }, [isOffline])
  return isOffline.value
}
