/** Everything a user reads in the panel, in one place. */

export * from './colors'
export * from './create'
export * from './errors'
export { elapsed } from './format'
export * from './history'
export * from './jobs'
export * from './names'
export * from './report'
export * from './result'
export * from './samples'
export * from './settings'
