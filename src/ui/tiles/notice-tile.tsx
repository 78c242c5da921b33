import { useContext } from 'preact/hooks'
import { errorRule, type JobErrorKind } from '../../jobs/error-kinds'
import {
  isCheckable,
  isFinished,
  isInConsole,
  isRepeatable,
  isRetryable,
  type Job,
  rescueOf,
} from '../../jobs/job'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Icon, type IconName } from '../parts/icon'
import { IconButton } from '../parts/icon-button'
import { MenuButton, type MenuItem } from '../parts/menu'
import { Reporting, type ReportSubject } from '../parts/reporting'
import { ClampedText } from './clamped-text'
import type { TileProps } from './tile'
import { TileFrame } from './tile-frame'

const ICONS: Readonly<Record<JobErrorKind, IconName>> = {
  'invalid-key': 'key',
  'key-not-received': 'key',
  'insufficient-credits': 'credit',
  'rate-limited': 'clock',
  rejected: 'ban',
  failed: 'ban',
  retired: 'ban',
  'not-found': 'clock',
  expired: 'clock',
  'file-expired': 'clock',
  unavailable: 'alert',
  timeout: 'clock',
  offline: 'offline',
  'blocked-by-cors': 'alert',
  unreadable: 'alert',
  'foreign-host': 'alert',
  cancelled: 'run',
  interrupted: 'alert',
  'no-sample': 'image',
  'not-recorded': 'full',
}

function iconOf({ error }: Job): IconName {
  if (!error) return 'clock'
  return Object.hasOwn(ICONS, error.kind) ? ICONS[error.kind] : 'alert'
}

/** A job that is late, stopped, or over: says what happened, what it cost, and one next step. */
export function NoticeTile({ job, actions, isCurrent }: TileProps) {
  const { error } = job
  const notice = strings.jobNotice(job)
  const title = error ? strings.tiles.failure(job) : strings.tiles.resting
  const text = notice?.text ?? strings.tiles.restingText
  useAnnounced(job.id, notice ? strings.sentence(notice) : '')
  const tabIndex = isCurrent ? 0 : -1
  const openReport = useContext(Reporting)
  const [first, ...more] = stepsFor(job, actions, openReport)
  const items: MenuItem[] = more.map(({ label, onSelect }) => ({ label, onSelect }))
  return (
    <TileFrame
      job={job}
      kind="notice-tile"
      label={`${title}, ${job.request.prompt}`}
      isCurrent={isCurrent}
      onFocus={() => actions.focus(job.id)}
    >
      {job.activity !== null && (
        <IconButton
          class="tile-cancel"
          icon="close"
          label={strings.actions.stop}
          tabIndex={tabIndex}
          onClick={() => actions.cancel(job)}
        />
      )}
      <div class="fail">
        <Icon name={iconOf(job)} class={error?.charged === 'no' ? '' : 'warning'} />
        <strong aria-hidden="true">{title}</strong>
        <ClampedText text={text} />
        <div class="row">
          {first && (
            <Button secondary tabIndex={tabIndex} onClick={first.onSelect}>
              {first.label}
              {first.leadsOut && <Icon name="out" />}
            </Button>
          )}
          {items.length > 0 && (
            <MenuButton
              // In the corner, unless Cancel is there: beside a price there is no space for it.
              class={job.activity === null ? 'icon-button tile-cancel' : 'icon-button'}
              label={strings.tiles.more}
              tabIndex={tabIndex}
              items={() => items}
            />
          )}
        </div>
      </div>
    </TileFrame>
  )
}

interface Step {
  readonly label: string
  readonly onSelect: () => void
  readonly leadsOut?: boolean
}

/** Returns what the user can do, most likely action first. */
function stepsFor(
  job: Job,
  actions: TileProps['actions'],
  openReport: (subject: ReportSubject) => void,
): Step[] {
  const { error, requestId, fileUrl } = job
  const steps: Step[] = []
  const rescue = rescueOf(job)
  const chooseFile = { label: strings.rescue.choose, onSelect: () => actions.chooseFile(job) }
  if (rescue === 'file' && fileUrl !== null) {
    const open = () => window.open(fileUrl, '_blank', 'noreferrer')
    steps.push({ label: strings.rescue.open, leadsOut: true, onSelect: open }, chooseFile)
  }
  const openConsole = (label: string) =>
    steps.push({
      label,
      leadsOut: true,
      onSelect: () => window.open(strings.console.url, '_blank', 'noreferrer'),
    })
  const over = isFinished(job)
  if (error?.kind === 'insufficient-credits') openConsole(strings.tiles.addCredits)
  if (error && errorRule(error.kind).cause === 'key')
    steps.push({ label: strings.tiles.replaceKey, onSelect: actions.openSettings })
  if (isCheckable(job)) steps.push({ label: strings.actions.resume, onSelect: () => actions.again(job) })
  const edit = { label: strings.result.edit, onSelect: () => actions.edit(job) }
  const retry = { label: strings.tiles.tryAgain(job.price), onSelect: () => actions.again(job) }
  const isPromptToBlame = error?.kind === 'rejected' || error?.kind === 'failed'
  if (over && isPromptToBlame) steps.push(edit)
  if (isRetryable(job) && !isCheckable(job)) steps.push(retry)
  if (over && !isPromptToBlame && !isRepeatable(job)) steps.push(edit)
  if (requestId !== null && isInConsole(job)) {
    steps.push({ label: strings.details.copyId, onSelect: () => actions.copyRequestId(requestId) })
    openConsole(strings.console.open)
  }
  if (rescue === 'console') steps.push(chooseFile)
  if (error)
    steps.push({
      label: strings.report.open,
      onSelect: () => openReport({ kind: error.kind, charged: error.charged }),
    })
  if (job.activity === null)
    steps.push({
      label: over ? strings.tiles.remove : strings.tiles.hide,
      onSelect: () => actions.remove(job),
    })
  return steps
}
