import type { ReadonlySignal } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Selection } from '../protocol/contract'
import type { ErrorReport } from './error-report'
import type { JobsStore } from './stores/jobs'
import type { SettingsStore } from './stores/settings'

interface ProblemReportOptions {
  readonly settings: SettingsStore
  readonly jobs: Pick<JobsStore, 'all' | 'journal' | 'used' | 'unreadable'>
  readonly selection: ReadonlySignal<Selection>
  readonly version: string
  readonly relay: string | null
  readonly errorReports: ReadonlySignal<readonly ErrorReport[]>
  readonly withPrompts: boolean
}

/** Maximum number of errors in the report. */
const ERRORS = 10

/** Returns the panel's state as text: never the key, and prompts only if requested. */
export function problemReport(options: ProblemReportOptions): string {
  const { settings, jobs: store, selection, version, relay, errorReports, withPrompts } = options
  const { layerOptions, direct, atOnce, autoInsert, closeAfterInsert, insertAs, count, model, style, size } =
    settings
  const jobs = store.all.value
  const lines = [
    `Inkwright ${version}`,
    `Editor: ${selection.value.editor}`,
    `Browser: ${navigator.userAgent}`,
    `Window: ${innerWidth} × ${innerHeight}`,
    `Relay: ${relay === null ? 'none' : 'yes'}`,
    `Key: ${settings.apiKey.value === null ? 'none' : 'saved'}`,
    `Settings: ${JSON.stringify({
      ...layerOptions.value,
      direct: direct.value,
      count: count.value,
      atOnce: atOnce.value,
      insertAs: insertAs.value,
      autoInsert: autoInsert.value,
      closeAfterInsert: closeAfterInsert.value,
      model: model.value.id,
      style: style.value,
      size: size.value,
    })}`,
    `Journal: ${store.journal.value}, ${store.used.value} bytes`,
    `Unreadable: ${store.unreadable.value.jobs}, ${store.unreadable.value.bytes} bytes`,
    `Jobs: ${tally(jobs)}`,
    ...jobs
      .filter(({ error }) => error)
      .slice(0, ERRORS)
      .map(errorLine),
    ...errorReports.value.slice(-ERRORS).map(({ at, where }) => `${time(at)} ${where}`),
    ...(withPrompts
      ? jobs.slice(0, ERRORS).map(({ startedAt, request }) => `${time(startedAt)} “${request.prompt}”`)
      : []),
  ]
  const text = lines.join('\n')
  // The key is in none of these. This is a second line of defense.
  const key = settings.apiKey.value
  return key === null ? text : text.replaceAll(key, '…')
}

const time = (at: number) => new Date(at).toISOString()

const errorLine = ({ startedAt, state, error }: Job) =>
  `${time(startedAt)} ${state}: ${error?.kind}, status ${error?.status}, charged ${error?.charged}, request ${error?.requestId}`

/** For example `kept 3, failed 1`. */
function tally(jobs: readonly Job[]): string {
  const counts = new Map<string, number>()
  for (const { state } of jobs) counts.set(state, (counts.get(state) ?? 0) + 1)
  return [...counts].map(([state, count]) => `${state} ${count}`).join(', ') || 'none'
}
