import type { ReadonlySignal } from '@preact/signals'
import type { Job } from '../jobs/job'
import type { Selection } from '../protocol/contract'
import { strings } from '../strings'
import type { ErrorReport } from './error-report'
import type { ReportSubject } from './parts/reporting'
import type { JobsStore } from './stores/jobs'
import type { SettingsStore } from './stores/settings'

export interface ProblemReportOptions {
  /** Null if it is about no particular error. */
  readonly subject: ReportSubject | null
  readonly settings: SettingsStore
  readonly jobs: Pick<JobsStore, 'all' | 'journal' | 'used' | 'unreadable' | 'steps'>
  readonly selection: ReadonlySignal<Selection>
  readonly version: string
  readonly relay: string | null
  readonly errorReports: ReadonlySignal<readonly ErrorReport[]>
  /** What is known to differ in this editor; null while unknown. */
  readonly facts: ReadonlySignal<readonly string[] | null>
  /** The results of the last check of the installation. */
  readonly checked: ReadonlySignal<readonly { readonly id: string; readonly verdict: string }[]>
  readonly withPrompts: boolean
}

/** Maximum number of errors outside jobs in the report, the latest ones. */
export const MAX_ERRORS = 10

/** Number of steps of jobs in the report. */
const STEPS = 30

/** Shorter prompts are not searched for, because they could be part of any word. */
const MIN_PROMPT = 6

/** Returns the panel's state as text: never the key, and prompts only if requested. */
export function problemReport(options: ProblemReportOptions): string {
  const { settings, jobs: store, selection, version, relay, errorReports, withPrompts } = options
  const {
    layerOptions,
    direct,
    atOnce,
    autoInsert,
    closeAfterInsert,
    keepCleaned,
    insertAs,
    count,
    model,
    style,
    size,
  } = settings
  const jobs = store.all.value
  const lines = [
    `Inkwright ${version}`,
    ...(options.subject ? [aboutLine(options.subject)] : []),
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
      keepCleaned: keepCleaned.value,
      model: model.value.id,
      style: style.value,
      size: size.value,
    })}`,
    `Differs here: ${options.facts.value?.join(', ') || (options.facts.value ? 'nothing' : 'not known')}`,
    `Checked: ${checkedText(options.checked.value)}`,
    `Journal: ${store.journal.value}, ${store.used.value} bytes`,
    `Unreadable: ${store.unreadable.value.jobs}, ${store.unreadable.value.bytes} bytes`,
    `Jobs: ${tally(jobs)}`,
    ...jobs
      .filter(({ error }) => error)
      .slice(0, MAX_ERRORS)
      .map(errorLine),
    ...errorReports.value.slice(-MAX_ERRORS).map(({ at, where }) => `${time(at)} ${where}`),
    ...steps(store),
    ...(withPrompts
      ? jobs.slice(0, MAX_ERRORS).map(({ startedAt, request }) => `${time(startedAt)} “${request.prompt}”`)
      : []),
  ]
  return withoutSecrets(lines.join('\n'), {
    apiKey: settings.apiKey.value,
    prompts: withPrompts ? [] : jobs.map(({ request }) => request.prompt),
  })
}

interface Secrets {
  readonly apiKey: string | null
  readonly prompts: readonly string[]
}

/** Removes secrets. The report contains none by design, but data of other versions and servers might. */
function withoutSecrets(text: string, { apiKey, prompts }: Secrets): string {
  const secrets = [...prompts.filter(({ length }) => length >= MIN_PROMPT), ...(apiKey ? [apiKey] : [])]
  const plain = secrets.reduce((all, secret) => all.replaceAll(secret, '…'), text)
  return plain.replace(/(?:https?:)?\/\/[^\s"”]+/g, '…')
}

const aboutLine = ({ kind, charged }: ReportSubject) =>
  `About: ${kind}${charged === null ? '' : `, charged: ${charged}`}`

const checkedText = (lines: readonly { readonly id: string; readonly verdict: string }[]): string => {
  if (lines.length === 0) return 'no'
  const differing = lines.filter(({ verdict }) => verdict === 'differs').map(({ id }) => id)
  return differing.length > 0 ? `differs: ${differing.join(', ')}` : 'as expected'
}

/** Returns the last steps of jobs in words. */
function steps(store: Pick<JobsStore, 'steps'>): string[] {
  const all = store.steps(STEPS)
  return all.length > 0
    ? [
        'Last steps:',
        ...all.map(({ at, job, kind, detail }) => `${time(at)} ${strings.report.step(job, kind, detail)}`),
      ]
    : []
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
