import fc from 'fast-check'

/**
 * Properties draw the same inputs in each run, so that a change is judged by itself. `SEED=NUMBER` draws others, `SEED=random` new ones each
 * time; a failure prints the seed.
 */
const SEED = process.env.SEED || '20261130'

fc.configureGlobal(SEED === 'random' ? {} : { seed: Number(SEED) })
