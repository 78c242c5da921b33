import { CLEAN_UP } from './clean-up'
import { CREATE } from './create'
import { HISTORY } from './history'
import { JOBS } from './jobs'
import { OPENING } from './opening'
import { OWN } from './own'
import { RESULT } from './result'
import type { Path } from './state'

export { type Path, SIZES, stageOf } from './state'
export { breakHistory } from './steps'

/** Every state that a user can meet. */
export const PATHS: readonly Path[] = [
  ...OPENING,
  ...CREATE,
  ...JOBS,
  ...RESULT,
  ...HISTORY,
  ...OWN,
  ...CLEAN_UP,
]
