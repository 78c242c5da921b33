import { type Signal, signal, useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type CheckGroup, strings } from '../../strings'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { Fold } from '../parts/fold'
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

/** The check of this installation: what it does, how far it is, and what it has found. */
export function CheckView({ check, price, blocker, version, editor, announce }: CheckViewProps) {
  const withPicture = useSignal(false)
  const current = check.state.value
  const lines = check.lines.value
  const isPaid = withPicture.value && !blocker
  const start = () => {
    void check.start(isPaid)
    withPicture.value = false
  }
  const copy = (at: number) => {
    const isCopied = copyText(checkReport({ lines, version, editor, at }))
    announce(isCopied ? strings.report.copied : strings.report.notCopied)
  }
  if (current.state === 'running')
    return (
      <>
        <Progress done={current.done} of={current.of} label={labelOf(current.step)} />
        <div class="row">
          <Button secondary onClick={check.stop}>
            {strings.cancel}
          </Button>
        </div>
        <Results key="running" lines={lines} isRunning />
      </>
    )
  const isDone = current.state === 'done'
  return (
    <>
      {isDone ? (
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
        <Button secondary={isDone} onClick={start}>
          {isDone ? strings.check.again : strings.check.start(isPaid ? price : null)}
        </Button>
        {isDone && <Button onClick={() => copy(current.at)}>{strings.check.copy}</Button>}
      </div>
      <Results key="done" lines={lines} isRunning={false} />
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
  /** Whether more is to come: until then, nothing opens by itself. */
  readonly isRunning: boolean
}

/** The lines by group, those that differ first. A group in which something differs is open in the end. */
function Results({ lines, isRunning }: ResultsProps) {
  const open = useMemo(() => new Map<CheckGroup, Signal<boolean>>(), [])
  return (
    <div class="check-results">
      {GROUPS.map((group) => {
        const own = lines.filter(({ id }) => LINES[group].includes(id))
        if (own.length === 0) return null
        const differing = own.filter(isDiffering)
        const others = own.filter((line) => !isDiffering(line))
        const isOpen = open.get(group) ?? signal(!isRunning && differing.length > 0)
        if (!isRunning) open.set(group, isOpen)
        return (
          <Fold
            key={group}
            id={`check-${group}`}
            label={strings.check.groups[group]}
            hint={strings.check.groupHint(countGood(own), differing.length)}
            isOpen={isOpen}
          >
            <ul class="check-lines">
              {[...differing, ...others].map((line) => (
                <LineView key={line.id} line={line} />
              ))}
            </ul>
          </Fold>
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
