import { prepare } from '../../src/vector/prepare'
import { samples } from './pictures'
import type { Measured } from './row'

/** Limit for a picture, in ms. */
const MAX_TIME = 3000

/** Measures the time for each sample while holes are cut, and how many of them are. */
export function holesTimeMeasures(): Measured[] {
  return samples.map(({ name, text }) => {
    const start = performance.now()
    const { cut, left } = prepare(text, { holes: 'cut' }).report.holes
    const ours = performance.now() - start
    return {
      ...{ what: 'time in Node with holes cut', pictures: name, unit: 'ms', ours, bar: MAX_TIME },
      note: `${cut} cut, ${left} left`,
    }
  })
}
