/** Everything a user reads in the panel, in one place. */

export * from './create'
export * from './errors'
export { elapsed } from './format'
export * from './jobs'
export * from './names'
export * from './result'
export * from './settings'
