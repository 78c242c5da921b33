import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { strings } from '../../strings'
import { issueAddress } from '../issue-address'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { OutsideLink } from '../parts/outside-link'
import type { ReportSubject } from '../parts/reporting'
import { copyText } from '../platform/copy-text'

interface ReportViewProps {
  /** What the report is about; null if it is about no particular error. */
  readonly subject: ReportSubject | null
  readonly report: (subject: ReportSubject | null, withPrompts: boolean) => string
  /** Loads the sandbox's part of the report. */
  readonly onOpen: () => void
  /** Address of the issue tracker, if there is one. */
  readonly repository: string | null
  readonly announce: (text: string) => void
}

/** Shows the problem report, so that the user can read it before sending it. */
export function ReportView({ subject, report, onOpen, repository, announce }: ReportViewProps) {
  const withPrompts = useSignal(false)
  useEffect(onOpen, [onOpen])
  const text = report(subject, withPrompts.value)
  const issue = issueAddress(repository, {
    title: strings.report.issueTitle(subject?.kind ?? null),
    report: text,
    charged: subject?.charged ? strings.report.charged[subject.charged] : null,
  })
  return (
    <>
      <p class="secondary">{strings.report.what}</p>
      <textarea class="report" aria-label={strings.report.text} readOnly rows={12} value={text} />
      <Check label={strings.report.withPrompts} checked={withPrompts} />
      <div class="row">
        <Button onClick={() => announce(copyText(text) ? strings.report.copied : strings.report.notCopied)}>
          {strings.report.copy}
        </Button>
        {issue && <OutsideLink href={issue}>{strings.report.issue}</OutsideLink>}
      </div>
    </>
  )
}
