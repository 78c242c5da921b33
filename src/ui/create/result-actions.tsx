import type { Job } from '../../jobs/job'
import * as words from '../../words'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { StarButton } from '../parts/star-button'
import { copyText } from '../platform/copy-text'
import { saveSvgFile } from '../platform/save-file'

interface ResultActionsProps {
  readonly job: Job
  /** The picture as it is shown. */
  readonly svg: string
  readonly panel: Panel
}

/** What else can be done with the picture than to insert it. */
export function ResultActions({ job, svg, panel }: ResultActionsProps) {
  const { announce, history, sandbox, sampling, studio } = panel
  const { request } = job
  const obstacle = studio.obstacleTo(request)
  const isSending = obstacle === 'sending'
  const copy = () => {
    const isCopied = copyText(svg)
    const text = isCopied ? words.details.copied : words.result.notCopied
    announce(text)
    void sandbox.request('toast', { text, isError: !isCopied, stays: false })
  }
  const edit = () => {
    studio.reuse(request)
    announce(words.details.reused)
    document.getElementById('prompt')?.focus()
  }
  return (
    <div class="row">
      <div class="row">
        <Button secondary onClick={edit}>
          {words.result.edit}
        </Button>
        <Button
          secondary
          // Not disabled while it is sent: the focus stays where it is.
          loading={isSending}
          disabled={obstacle !== null && !isSending}
          title={obstacle ? words.obstacle(obstacle) : undefined}
          onClick={() => void studio.vary(request)}
        >
          {words.result.variation(sampling.value)}
        </Button>
      </div>
      <div class="row">
        <Button secondary onClick={copy}>
          {words.result.copy}
        </Button>
        <Button secondary onClick={() => saveSvgFile(request.prompt, svg)}>
          {words.result.save}
        </Button>
        <StarButton job={job} history={history} />
      </div>
    </div>
  )
}
