import { CREATE } from './create'
import { HISTORY } from './history'
import { JOBS } from './jobs'
import { OPENING } from './opening'
import { RESULT } from './result'
import { SETTINGS } from './settings'
import type { State } from './state'

export { SIZES, type State, stageOf } from './state'
export { breakHistory } from './ways'

/** Every state that a user can meet. */
export const STATES: readonly State[] = [...OPENING, ...CREATE, ...JOBS, ...RESULT, ...HISTORY, ...SETTINGS]
