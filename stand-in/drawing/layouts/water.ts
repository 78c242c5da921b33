import { lit, mixed, shaded } from '../colour'
import { ellipse, leaf, pebble } from '../geometry/shapes'
import { polygon } from '../geometry/smooth'
import { palm } from '../motifs/plants'
import { coral, fish, jellyfish, seaweed } from '../motifs/sea-life'
import { drawRange } from './land'
import { hazy, layer, put, type Stage } from './stage'

/** The sea up to the horizon, its glitter and a strip of far land. */
export function drawSea(stage: Stage, horizon: number, lightX: number): void {
  const { pen, width, height, unit, random, palette, spread } = stage
  if (stage.brief.settings.has('mountains')) drawRange(stage, horizon + unit * 0.01)
  layer(stage, horizon - unit * 0.012, unit * 0.022, hazy(stage, palette.land[1], 0.35), {
    until: horizon + 4,
  })
  pen.backdrop(
    polygon([
      [-20, horizon],
      [width + 20, horizon],
      [width + 20, height + 20],
      [-20, height + 20],
    ]),
    lit(palette.water, 0.22),
    { fade: shaded(palette.water, 0.3) },
  )
  for (let index = 0; index < 7; index++) {
    const y = horizon + (height - horizon) * (0.03 + 0.05 * index)
    const half = unit * random.between(0.03, 0.09) * (1 + index * 0.16)
    pen.mark(
      leaf([lightX - half, y], [lightX + half, y], unit * 0.011),
      mixed(palette.light, palette.accents[1], 0.3),
    )
  }
  const count = Math.round(9 * spread)
  for (let index = 0; index < count; index++) {
    const x = random.between(0.02, 0.95) * width
    const y = horizon + (height - horizon) * random.between(0.08, 0.6)
    const half = unit * random.between(0.02, 0.06)
    pen.mark(leaf([x - half, y], [x + half, y], unit * 0.008), lit(palette.water, 0.5))
  }
}

/** Rows of waves at the front, before whatever floats. */
export function drawWaves(stage: Stage, top: number): void {
  const { height, unit, palette } = stage
  const rows = 4
  for (let row = 0; row < rows; row++) {
    const y = top + ((height - top) * (row + 0.2)) / rows
    const waves = Math.round(stage.spread * (9 - row))
    layer(
      stage,
      y,
      unit * 0.012,
      mixed(lit(palette.water, 0.12), shaded(palette.water, 0.35), row / (rows - 1)),
      { waves },
    )
  }
}

/** Sand, a palm and a shell for a beach at one side. */
export function drawBeach(stage: Stage): void {
  const { pen, width, height, unit, random, palette } = stage
  const left = random.chance(0.5)
  const x = left ? width * 0.12 : width * 0.88
  const sand = mixed(palette.light, palette.accents[1], 0.35)
  pen.form(pebble(x, height + unit * 0.06, unit * 0.55, unit * 0.22, 0.06, random.next, 10), sand, {
    round: false,
  })
  put(stage, palm, x + (left ? 1 : -1) * unit * 0.06, height - unit * 0.4, unit * 0.3, { mirror: !left })
}

/** Under water: rays of light, a floor with weed and coral, bubbles and small company. */
export function drawUnderwater(stage: Stage): void {
  const { pen, width, height, unit, spread, random, palette } = stage
  const ray = mixed(palette.sky[0], palette.sky[1], 0.75)
  for (let index = 0; index < Math.round(3 * spread); index++) {
    const x = ((index + random.between(0.2, 0.8)) / Math.round(3 * spread)) * width
    const wide = unit * random.between(0.04, 0.1)
    pen.backdrop(
      polygon([
        [x, -10],
        [x + wide, -10],
        [x + wide * 1.4 - unit * 0.3, height * 0.86],
        [x - wide * 1.2 - unit * 0.3, height * 0.86],
      ]),
      mixed(ray, palette.sky[0], 0.55),
    )
  }
  layer(stage, height * 0.78, unit * 0.05, mixed(palette.land[1], palette.sky[0], 0.35))
  const floor = layer(stage, height * 0.87, unit * 0.025, palette.land[2], { fade: palette.land[3] })
  const plants = Math.round(6 * spread)
  for (let index = 0; index < plants; index++) {
    const x = ((index + random.between(0.15, 0.85)) / plants) * width
    const middle = Math.abs(x - width / 2) < unit * 0.22
    const size = unit * random.between(0.08, middle ? 0.1 : 0.17)
    const motif = random.chance(0.6) ? seaweed : coral
    put(stage, motif, x, floor(x) - size * 0.86, size, { label: `weed${index}` })
  }
  for (let index = 0; index < Math.round(5 * spread); index++) {
    const x = random.between(0.03, 0.97) * width
    pen.form(
      ellipse(x, floor(x) + unit * 0.06, unit * random.between(0.02, 0.05), unit * 0.02),
      mixed(palette.land[3], palette.light, random.between(0.1, 0.3)),
    )
  }
  for (let index = 0; index < Math.round(4 * spread); index++) {
    const x = ((index + random.between(0.1, 0.9)) / Math.round(4 * spread)) * width
    const y = height * random.pick([0.14, 0.2, 0.66, 0.72])
    const motif = random.chance(0.8) ? fish : jellyfish
    put(stage, motif, x, y, unit * random.between(0.028, 0.045), {
      mirror: random.chance(0.5),
      label: `small${index}`,
      main: random.pick(palette.accents),
    })
  }
  for (let index = 0; index < Math.round(12 * spread); index++) {
    const size = unit * random.between(0.006, 0.016)
    const x = random.between(0.05, 0.95) * width
    const y = random.between(0.06, 0.78) * height
    pen.form(ellipse(x, y, size, size), mixed(palette.sky[1], palette.light, 0.35), { round: false })
    pen.mark(ellipse(x - size * 0.3, y - size * 0.3, size * 0.28, size * 0.28), palette.light)
  }
}
