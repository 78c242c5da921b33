import { lit, mixed } from '../colour'
import { ellipse, leaf, pebble } from '../geometry/shapes'
import { planet } from '../motifs/sky'
import { drawStars } from './sky'
import { put, type Stage } from './stage'

/** Deep space: clouds of light, stars, planets and a comet or two. */
export function drawSpace(stage: Stage): void {
  const { pen, width, height, unit, spread, random, palette } = stage
  for (let index = 0; index < Math.round(4 * spread); index++) {
    const x = random.between(0, 1) * width
    const y = random.between(0.05, 0.95) * height
    const reach = unit * random.between(0.2, 0.4)
    const glow = mixed(palette.sky[1], random.pick(palette.accents), 0.25)
    for (const [size, share] of [
      [1, 0.16],
      [0.66, 0.3],
    ] as const) {
      pen.backdrop(
        pebble(x, y, reach * 1.4 * size, reach * 0.6 * size, 0.12, random.next, 10),
        mixed(mixed(palette.sky[0], palette.sky[1], y / height), glow, share + 0.06),
      )
    }
  }
  drawStars(stage, height)
  const corners = random.shuffled([
    [0.14, 0.2],
    [0.86, 0.24],
    [0.16, 0.8],
    [0.86, 0.78],
  ] as const)
  for (const [index, [x, y]] of corners.slice(0, 3).entries()) {
    const size = unit * random.between(0.05, 0.12)
    const main = palette.accents[index] ?? palette.accents[0]
    if (index === 0) put(stage, planet, x * width, y * height, size * 1.3, { main })
    else {
      pen.form(ellipse(x * width, y * height, size * 0.7, size * 0.7), main)
      for (const [dx, dy, r] of [
        [-0.2, -0.2, 0.16],
        [0.2, 0.1, 0.12],
        [-0.1, 0.3, 0.09],
      ] as const) {
        pen.mark(
          ellipse(x * width + dx * size, y * height + dy * size, r * size, r * size),
          mixed(main, palette.dark, 0.22),
        )
      }
    }
  }
  for (let index = 0; index < Math.round(2 * spread); index++) {
    const x = random.between(0.2, 0.9) * width
    const y = random.between(0.06, 0.5) * height
    const reach = unit * random.between(0.08, 0.14)
    pen.mark(leaf([x, y], [x + reach, y - reach * 0.6], unit * 0.01), lit(palette.sky[1], 0.3))
    pen.detail(ellipse(x, y, unit * 0.008, unit * 0.008), palette.light)
  }
}
