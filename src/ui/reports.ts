import { signal } from '@preact/signals'
import type { Clock } from '../segmind/http'
import { strings } from '../strings'
import { type ErrorReport, errorReportOf } from './error-report'
import type { Announce } from './parts/announced'
import type { ReportSubject } from './parts/reporting'
import type { Sandbox } from './platform/sandbox'
import { MAX_ERRORS, type ProblemReportOptions, problemReport } from './problem-report'

interface ReportsOptions
  extends Omit<ProblemReportOptions, 'subject' | 'errorReports' | 'facts' | 'withPrompts'> {
  readonly sandbox: Sandbox
  readonly clock: Pick<Clock, 'now'>
  readonly say: Announce
}

/** Unexpected errors, and the problem report. */
export function createReports({ sandbox, clock, say, ...content }: ReportsOptions) {
  /** True after an unexpected error, until the user dismisses the notice. */
  const broken = signal(false)
  /** Errors outside jobs, for the problem report. */
  const errorReports = signal<readonly ErrorReport[]>([])
  /** The subject of the open problem report; null if none is open. */
  const reporting = signal<ReportSubject | null>(null)
  const facts = signal<readonly string[] | null>(null)
  let focusedBefore: Element | null = null
  const recordError = (error: unknown): void => {
    errorReports.value = [...errorReports.value, errorReportOf(error, clock.now())].slice(-MAX_ERRORS)
  }

  return {
    broken,
    reporting,
    recordError,
    /** Reports an unexpected error that belongs to no view. The details go to the console. */
    report(error: unknown): void {
      recordError(error)
      broken.value = true
      // Again each time, even while it is shown.
      say('broken', '')
      say('broken', strings.sentence(strings.unexpected))
    },
    /** Reads what the sandbox has found out about the editor, for the problem report. */
    loadFacts(): void {
      void sandbox.request('check.known', {}).then((reply) => {
        facts.value = reply.ok ? reply.value.facts : null
      })
    },
    /** Returns the problem report as text: without the key, and without prompts unless requested. */
    problemReport: (subject: ReportSubject | null, withPrompts: boolean): string =>
      problemReport({ ...content, subject, errorReports, facts, withPrompts }),
    openReport(subject: ReportSubject): void {
      // A closing menu first restores the focus.
      requestAnimationFrame(() => {
        focusedBefore = document.activeElement
        reporting.value = subject
      })
    },
    closeReport(): void {
      reporting.value = null
      const from = focusedBefore
      requestAnimationFrame(() => from instanceof HTMLElement && from.focus())
    },
  }
}
