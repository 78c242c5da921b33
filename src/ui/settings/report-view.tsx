import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { issueAddress } from '../issue-address'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { copyText } from '../platform/copy-text'

interface ReportViewProps {
  readonly report: (withPrompts: boolean) => string
  /** Where problems are reported, if anywhere. */
  readonly repository: string | null
  readonly announce: (text: string) => void
}

/** A report of a problem, to be read before it is handed on. */
export function ReportView({ report, repository, announce }: ReportViewProps) {
  const withPrompts = useSignal(false)
  const text = report(withPrompts.value)
  const issue = issueAddress(repository, strings.report.issueTitle, text)
  return (
    <>
      <p class="secondary">{strings.report.what}</p>
      <textarea class="report" aria-label={strings.report.text} readOnly rows={12} value={text} />
      <Check label={strings.report.withPrompts} checked={withPrompts} />
      <div class="row">
        <Button onClick={() => announce(copyText(text) ? strings.report.copied : strings.report.notCopied)}>
          {strings.report.copy}
        </Button>
        {issue && (
          <a class="link" href={issue} target="_blank" rel="noreferrer">
            {strings.report.issue}
          </a>
        )}
      </div>
    </>
  )
}
