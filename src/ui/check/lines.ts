import { FACTS, type Verdict } from '../../protocol/check'
import { type CheckGroup, type CheckLineId, strings } from '../../strings'

/** The result of one check. */
export interface Line {
  readonly id: CheckLineId
  readonly verdict: Verdict
  /** The value that was found; empty if there is nothing to add. */
  readonly found: string
}

/** All checks, in the order in which they are shown. */
export const LINES: Readonly<Record<CheckGroup, readonly CheckLineId[]>> = {
  editor: ['theme', 'window', 'focus', 'worker', 'compression', 'copying', 'drop'],
  storage: FACTS.storage,
  import: FACTS.import,
  canvas: [...FACTS.canvas, ...FACTS.undo, ...FACTS.speed],
  network: [
    'api',
    'readable',
    'key',
    'balance',
    'queue-call',
    'direct-call',
    'job-record',
    'media',
    'picture',
  ],
}

export const GROUPS = Object.keys(LINES) as CheckGroup[]

/** Checks without a fallback, so that the user has to know about a difference. */
const PROBLEMS: ReadonlySet<CheckLineId> = new Set([...LINES.network, 'stored-text'] as const)

export type LineState = keyof typeof strings.check.states

export const stateOf = ({ id, verdict }: Line): LineState =>
  verdict === 'differs' && PROBLEMS.has(id) ? 'problem' : verdict

export const isDiffering = ({ verdict }: Line): boolean => verdict === 'differs'

/** Returns the found value in words; empty if there is nothing to add. */
export function foundText({ id, verdict, found }: Line): string {
  const { check } = strings
  if (verdict === 'absent') return id === 'key' ? check.noKey : check.absent
  if (verdict === 'unclear') return found ? check.value(id, found) : check.unclear
  return check.value(id, found)
}

export const goodLine = (id: CheckLineId, found = ''): Line => ({ id, verdict: 'good', found })
export const otherLine = (id: CheckLineId, found: string): Line => ({ id, verdict: 'differs', found })
export const unclearLine = (id: CheckLineId, found = ''): Line => ({ id, verdict: 'unclear', found })
