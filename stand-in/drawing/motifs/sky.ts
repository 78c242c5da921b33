import { hex, lit, mixed, shaded } from '../colour'
import { clip } from '../geometry/clip'
import { fitted } from '../geometry/fit'
import { flatten } from '../geometry/path'
import { ellipse, pebble, star as starPath } from '../geometry/shapes'
import { type Knot, outline, symmetric } from '../geometry/smooth'
import type { Motif } from '../pen'

/** A sun with long and short rays. */
export const sun: Motif = (pen, { main }) => {
  const gold = main ?? hex('f9c23c')
  for (let index = 0; index < 16; index++) {
    const angle = (index / 16) * 2 * Math.PI
    const outer = index % 2 === 0 ? 1 : 0.84
    const ray = (reach: number, spread: number): Knot => [
      Math.cos(angle + spread) * reach,
      Math.sin(angle + spread) * reach,
      1,
    ]
    pen.form(
      outline([ray(0.68, -0.11), ray(outer, 0), ray(0.68, 0.11)]),
      index % 2 === 0 ? gold : lit(gold, 0.25),
      { round: false },
    )
  }
  pen.form(ellipse(0, 0, 0.58, 0.58), gold, { fade: mixed(gold, hex('f2803c'), 0.55) })
  pen.mark(ellipse(-0.14, -0.16, 0.34, 0.34), lit(gold, 0.3))
}

/** A crescent moon. */
export const moon: Motif = (pen, { main }) => {
  const silver = main ?? hex('fbeec0')
  const disc = ellipse(0, 0, 0.9, 0.9)[0]
  const bite = ellipse(0.42, -0.2, 0.74, 0.74)[0]
  if (disc === undefined || bite === undefined) return
  for (const piece of clip(flatten(disc, 0.04), flatten(bite, 0.04), 'subtract')) {
    const contour = fitted(piece, 0.004)
    if (contour !== null) pen.form([contour], silver)
  }
  for (const [x, y, r] of [
    [-0.62, 0.1, 0.1],
    [-0.34, 0.56, 0.08],
    [-0.6, -0.34, 0.06],
  ] as const)
    pen.mark(ellipse(x, y, r, r), shaded(silver, 0.14))
}

/** A full moon with craters. */
export const fullMoon: Motif = (pen, { main }) => {
  const silver = main ?? hex('fbf1cf')
  pen.form(ellipse(0, 0, 0.92, 0.92), silver)
  for (const [x, y, r] of [
    [-0.3, -0.34, 0.2],
    [0.36, -0.1, 0.14],
    [-0.08, 0.34, 0.24],
    [0.4, 0.46, 0.1],
    [-0.58, 0.14, 0.1],
    [0.16, -0.6, 0.09],
  ] as const)
    pen.mark(ellipse(x, y, r, r * 0.94), shaded(silver, 0.1))
}

/** A five-pointed star. */
export const star: Motif = (pen, { main, palette }) => {
  const gold = main ?? palette.accents[1]
  const path = starPath(0, 0.06, 1, 5, 0.5)
  pen.form(path, gold)
  for (let index = 0; index < 5; index++) {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / 5
    const next = angle + Math.PI / 5
    pen.mark(
      outline([
        [0, 0.06, 1],
        [Math.cos(angle), 0.06 + Math.sin(angle), 1],
        [Math.cos(next) * 0.5, 0.06 + Math.sin(next) * 0.5, 1],
      ]),
      shaded(gold, 0.14),
    )
  }
}

/** A heap cloud with a flat foot. */
export const cloud: Motif = (pen, { main, random, palette }) => {
  const white = main ?? mixed(palette.light, palette.sky[1], 0.12)
  const left = random.between(0.44, 0.6)
  const right = random.between(0.4, 0.54)
  const body = outline([
    [-1.5, 0.42, 1],
    [-1.64, 0.14],
    [-1.3, -0.1],
    [-0.98, -0.08],
    [-0.84, -left],
    [-0.3, -0.62 - left * 0.4],
    [0.16, -0.5],
    [0.34, -0.3],
    [0.74, -right],
    [1.12, -0.12],
    [1.46, -0.06],
    [1.66, 0.2],
    [1.5, 0.42, 1],
  ])
  pen.form(body, white)
  pen.markWithin(
    body,
    outline('-1.8 0.2!, -0.9 0.12, -0.3 0.26, 0.5 0.1, 1 0.22, 1.8 0.16!, 1.8 0.6!, -1.8 0.6!'),
    mixed(white, palette.sky[0], 0.22),
  )
}

/** A ringed planet. */
export const planet: Motif = (pen, { main, random, palette }) => {
  const soil = main ?? random.pick(palette.accents)
  const disc = ellipse(0, 0, 0.7, 0.7)
  const bar = mixed(soil, palette.light, 0.6)
  pen.band('-1.16 0.3, -0.9 -0.02, -0.4 -0.22', 0.11, shaded(bar, 0.2), { round: false })
  pen.band('1.16 -0.34, 1 -0.44, 0.56 -0.38', 0.11, shaded(bar, 0.2), { round: false })
  pen.form(disc, soil, { fade: shaded(soil, 0.4) })
  for (const [y, height] of [
    [-0.5, 0.16],
    [-0.1, 0.2],
    [0.34, 0.14],
  ] as const) {
    pen.markWithin(
      disc,
      outline([
        [-1, y + 0.14, 1],
        [0, y + 0.03],
        [1, y - 0.14, 1],
        [1, y - 0.14 + height, 1],
        [0, y + 0.03 + height],
        [-1, y + 0.14 + height, 1],
      ]),
      mixed(soil, palette.light, 0.28),
    )
  }
  pen.band('-1.16 0.3, -1.06 0.46, -0.5 0.4, 0.1 0.22, 0.8 -0.06, 1.2 -0.28', 0.11, bar, { round: false })
}

/** A peak with snow, 2 high, standing at y = 1. */
export const mountain: Motif = (pen, { main, random, palette }) => {
  const rock = main ?? mixed(palette.land[1], hex('6b7a99'), 0.55)
  const lean = random.between(-0.12, 0.12)
  const peak = outline([
    [-1.5, 1, 1],
    [-0.96, 0.2, 1],
    [-0.78, 0.3, 1],
    [lean, -0.96, 1],
    [0.5, -0.16, 1],
    [0.62, -0.06, 1],
    [1.5, 1, 1],
  ])
  pen.form(peak, rock, { round: false })
  pen.markWithin(
    peak,
    outline([
      [lean, -1.2, 1],
      [2, -1.2, 1],
      [2, 1.2, 1],
      [0.34, 1.2, 1],
      [0.06, 0.6, 1],
      [0.2, 0.2, 1],
      [-0.06, -0.2, 1],
    ]),
    shaded(rock, 0.24),
  )
  pen.markWithin(
    peak,
    outline(
      '-1.6 -1.2!, 1.6 -1.2!, 1.6 -0.3!, 0.42 -0.36!, 0.26 -0.1!, 0.1 -0.36!, -0.06 -0.04!, -0.22 -0.34!, -0.36 -0.14!, -0.5 -0.4!, -1.6 -0.3!',
    ),
    hex('fbfdff'),
  )
  pen.markWithin(
    peak,
    outline([
      [lean, -1.2, 1],
      [1.6, -1.2, 1],
      [1.6, -0.3, 1],
      [0.42, -0.36, 1],
      [0.26, -0.1, 1],
      [0.1, -0.36, 1],
      [0.03, -0.2, 1],
    ]),
    hex('d3e0ee'),
  )
}

/** A raindrop. */
export const drop: Motif = (pen, { main, palette }) => {
  const water = main ?? palette.water
  pen.form(symmetric('0 -1!, 0.34 -0.26, 0.6 0.3, 0.42 0.8, 0 0.96'), water)
  pen.mark(
    pebble(-0.26, 0.4, 0.1, 0.22, 0.05, () => 0.5, 8),
    lit(water, 0.6),
  )
}
