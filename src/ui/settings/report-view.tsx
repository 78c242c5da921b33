import { useSignal } from '@preact/signals'
import { strings } from '../../strings'
import { issueAddress } from '../issue-address'
import type { Panel } from '../panel'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { copyText } from '../platform/copy-text'
import { problemReport } from '../problem-report'

/** A report of a problem, to be read before it is handed on. */
export function ReportView({ panel }: { readonly panel: Panel }) {
  const withPrompts = useSignal(false)
  const text = problemReport(panel, withPrompts.value)
  const issue = issueAddress(panel.repository, strings.report.issueTitle, text)
  return (
    <>
      <p class="secondary">{strings.report.what}</p>
      <textarea class="report" aria-label={strings.report.text} readOnly rows={12} value={text} />
      <Check label={strings.report.withPrompts} checked={withPrompts} />
      <div class="row">
        <Button
          onClick={() => panel.announce(copyText(text) ? strings.report.copied : strings.report.notCopied)}
        >
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
