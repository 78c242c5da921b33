import { signal, useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { type CheckGroup, strings } from '../../strings'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { Collapsible } from '../parts/collapsible'
import { Icon, type IconName } from '../parts/icon'
import { copyText } from '../platform/copy-text'
import { checkReport } from './check-report'
import { type CheckStore, summaryOf } from './check-store'
import { foundText, GROUPS, isDiffering, LINES, type Line, type LineState, stateOf } from './lines'

interface CheckViewProps {
  readonly check: CheckStore
  /** US dollars for one picture. */
  readonly price: number
  /** Why no picture can be ordered now; null if one can. */
  readonly blocker: string | null
  readonly version: string
  readonly editor: string
  readonly announce: (text: string) => void
}

/** The check of this installation: explanation, progress, and results. */
export function CheckView({ check, ...options }: CheckViewProps) {
  const current = check.state.value
  return (
    <>
      {current.state === 'running' ? (
        <>
          <Progress done={current.done} of={current.of} label={labelOf(current.step)} />
          <div class="row">
            <Button secondary onClick={check.stop}>
              {strings.cancel}
            </Button>
          </div>
        </>
      ) : (
        <Start check={check} {...options} />
      )}
      <Results lines={check.lines.value} isDone={current.state === 'done'} />
    </>
  )
}

/** Shown before and after the check: explanation or summary, and the buttons to start the check and to copy the result. */
function Start({ check, price, blocker, version, editor, announce }: CheckViewProps) {
  const withPicture = useSignal(false)
  const current = check.state.value
  const lines = check.lines.value
  const isPaid = withPicture.value && !blocker
  const doneAt = current.state === 'done' ? current.at : null
  const copy = (at: number) => {
    const isCopied = copyText(checkReport({ lines, version, editor, at }))
    announce(isCopied ? strings.report.copied : strings.report.notCopied)
  }
  return (
    <>
      {doneAt !== null ? (
        <p class="check-summary strong">
          <Icon {...iconFor(lines)} />
          {summaryOf(lines)}
        </p>
      ) : (
        <p class="secondary">{current.state === 'stopped' ? strings.check.stopped : strings.check.what}</p>
      )}
      <div>
        <Check label={strings.check.withPicture(price)} checked={withPicture} />
        <p class="quiet check-help after">
          {withPicture.value && blocker ? blocker : strings.check.withPictureHelp}
        </p>
      </div>
      <div class="row">
        <Button secondary={doneAt !== null} onClick={() => void check.start(isPaid)}>
          {strings.check.start(doneAt !== null, isPaid ? price : null)}
        </Button>
        {doneAt !== null && <Button onClick={() => copy(doneAt)}>{strings.check.copy}</Button>}
      </div>
    </>
  )
}

const labelOf = (step: CheckGroup | 'picture'): string =>
  step === 'picture' ? strings.check.drawing : strings.check.running(step)

interface ProgressProps {
  readonly done: number
  readonly of: number
  readonly label: string
}

const Progress = ({ done, of, label }: ProgressProps) => (
  <div class="check-progress">
    <p>{label}</p>
    <div
      class="meter"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
    >
      <div style={{ width: `${(done / of) * 100}%` }} />
    </div>
  </div>
)

interface ResultsProps {
  readonly lines: readonly Line[]
  /** Until then, no group opens automatically. */
  readonly isDone: boolean
}

/** Shows the lines by group, those that differ first. When the check is done, groups with a difference open. */
function Results({ lines, isDone }: ResultsProps) {
  const open = useMemo(() => new Map(GROUPS.map((group) => [group, signal(false)])), [])
  const own = (group: CheckGroup) => lines.filter(({ id }) => LINES[group].includes(id))
  // The lines are final then.
  useEffect(() => {
    if (!isDone) return
    for (const [group, isOpen] of open)
      if (lines.some((line) => isDiffering(line) && LINES[group].includes(line.id))) isOpen.value = true
  }, [isDone, lines, open])
  return (
    <div class="check-results">
      {GROUPS.map((group) => {
        const all = own(group)
        const isOpen = open.get(group)
        if (all.length === 0 || !isOpen) return null
        const differing = all.filter(isDiffering)
        const others = all.filter((line) => !isDiffering(line))
        return (
          <Collapsible
            key={group}
            id={`check-${group}`}
            label={strings.check.groups[group]}
            hint={strings.check.groupHint(countGood(all), differing.length)}
            isOpen={isOpen}
          >
            <ul class="check-lines">
              {[...differing, ...others].map((line) => (
                <LineView key={line.id} line={line} />
              ))}
            </ul>
          </Collapsible>
        )
      })}
    </div>
  )
}

const countGood = (lines: readonly Line[]): number => lines.filter(({ verdict }) => verdict === 'good').length

const ICONS: Readonly<Record<LineState, IconName>> = {
  good: 'check',
  differs: 'alert',
  problem: 'ban',
  absent: 'minus',
  unclear: 'minus',
}

function iconFor(lines: readonly Line[]): { readonly name: IconName; readonly class: string } {
  const states = lines.map(stateOf)
  const worst: LineState = states.includes('problem')
    ? 'problem'
    : states.includes('differs')
      ? 'differs'
      : 'good'
  return { name: ICONS[worst], class: `check-${worst}` }
}

function LineView({ line }: { readonly line: Line }) {
  const { name, expected, otherwise } = strings.check.lines[line.id]
  const state = stateOf(line)
  const found = foundText(line)
  return (
    <li class="check-line">
      <Icon name={ICONS[state]} class={`check-${state}`} />
      <span class="visually-hidden">{strings.check.states[state]}: </span>
      <span>{name}</span>
      {isDiffering(line) ? (
        <p class="quiet wraps">
          {strings.check.expected(expected)} {strings.check.found(`${found}.`)} {otherwise}
        </p>
      ) : (
        found && <span class="quiet wraps check-found">{found}</span>
      )}
    </li>
  )
}
