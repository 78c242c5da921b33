import type { Job } from '../../jobs/job'
import { modelOf, priceOf } from '../../segmind/request'
import { strings } from '../../strings'
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
  const { announce, history, sandbox, sampling, generation } = panel
  const { request } = job
  const blocker = generation.blockerOf(request)
  const isSending = blocker === 'sending'
  const copy = () => {
    const isCopied = copyText(svg)
    const text = isCopied ? strings.details.copied : strings.result.notCopied
    announce(text)
    void sandbox.request('toast', { text, isError: !isCopied, stays: false })
  }
  const edit = () => {
    generation.reuse(request)
    announce(strings.details.reused)
    document.getElementById('prompt')?.focus()
  }
  return (
    <div class="row">
      <div class="row">
        <Button secondary onClick={edit}>
          {strings.result.edit}
        </Button>
        <Button
          secondary
          // Not disabled while it is sent: the focus stays where it is.
          loading={isSending}
          disabled={blocker !== null && !isSending}
          title={blocker ? strings.blocker(blocker, modelOf(request)?.promptLimit ?? 0) : undefined}
          onClick={() => void generation.vary(request)}
        >
          {strings.result.variation(sampling.value ? null : priceOf(request))}
        </Button>
      </div>
      <div class="row">
        <Button secondary onClick={copy}>
          {strings.result.copy}
        </Button>
        <Button secondary onClick={() => saveSvgFile(request.prompt, svg)}>
          {strings.result.save}
        </Button>
        <StarButton job={job} history={history} />
      </div>
    </div>
  )
}
