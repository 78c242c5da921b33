import { Button } from '@create-figma-plugin/ui'
import type { Job } from '../../jobs/job'
import type { Panel } from '../panel'
import { NoticeView } from '../parts/notice'
import { saveSvgFile } from '../platform/save-file'
import * as words from '../words'

/** What is wrong with the picture that is shown: not storable, not usable, not insertable. */
export function PictureNotices({ job, panel }: { readonly job: Job; readonly panel: Panel }) {
  const { pictures, studio } = panel
  const sheet = pictures.sheetOf(job.id)
  const insertion = pictures.insertionOf(job.id)
  const save = async () => {
    const svg = await studio.desk.svg(job.id)
    if (svg !== null) saveSvgFile(job.request.prompt, svg)
  }
  const saveButton = (
    <Button secondary onClick={() => void save()}>
      {words.unstored.save}
    </Button>
  )
  return (
    <>
      {job.unstored && (
        <NoticeView notice={{ title: words.unstored.title, text: words.unstored[job.unstored] }}>
          {saveButton}
          {job.unstored === 'consent' && (
            <Button secondary onClick={() => void studio.desk.makeRoom(job.id)}>
              {words.unstored.makeRoom}
            </Button>
          )}
        </NoticeView>
      )}
      {sheet.state === 'unusable' && (
        <NoticeView notice={words.vectorNotice(sheet.code)}>{saveButton}</NoticeView>
      )}
      {insertion.state === 'failed' && <NoticeView notice={words.insertNotice(insertion.code)} />}
    </>
  )
}
