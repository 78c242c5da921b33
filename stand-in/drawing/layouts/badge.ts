import { distance, lightness, lit, mixed, type Rgb, shaded } from '../colour'
import type { Path } from '../geometry/path'
import { annulus, ellipse, leaf, rectangle, star } from '../geometry/shapes'
import { outline, polygon } from '../geometry/smooth'
import { put, type Setup, type Stage, subjectOf } from './stage'

/** A round, shield-shaped, six-sided or squircle badge around the first named thing. */
export function composeBadge(stage: Stage): Setup {
  const { brief, palette, random, width, height, unit, pen } = stage
  const ground = brief.ground ?? palette.light
  const main =
    brief.colours[0] ??
    brief.subjects[0]?.colour ??
    random.pick([palette.accents[2], palette.accents[0], palette.dark])
  const rim = distance(main, ground) > 90 ? main : shaded(main, 0.5)
  const inner = lightness(rim) > 0.66 ? shaded(rim, 0.55) : lit(rim, 0.78)
  const x = width / 2
  const y = height / 2
  const reach = unit * 0.42
  const shape = random.pick([round, shield, hexagon, squircle])
  pen.form(shape(x, y, reach), rim, { round: false })
  pen.form(shape(x, y, reach * 0.94), lit(inner, 0.3), { round: false })
  pen.form(shape(x, y, reach * 0.91), rim, { round: false })
  pen.form(shape(x, y, reach * 0.77), inner, { fade: mixed(inner, rim, 0.22), round: false })
  if (shape === round) drawStuds(stage, x, y, reach, lit(inner, 0.3))
  drawRays(stage, x, y, reach * 0.74, inner, rim)
  drawLaurels(stage, x, y + reach * 0.02, reach * 0.64, mixed(rim, palette.leaf, 0.35))

  const subject = brief.subjects[0]
  if (subject === undefined) put(stage, starMotif(lit(rim, 0.1)), x, y, reach * 0.4)
  else {
    const { draw, emblem, half } = subjectOf(subject)
    const size = (reach * 0.5) / Math.max(1, half * 0.84)
    put(stage, emblem ?? draw, x, y - reach * 0.03, size, { main: subject.colour })
  }
  drawFlourishes(stage, x, y, reach, rim)
  return { ground, groundFade: null, focus: [x, y] }
}

function round(x: number, y: number, reach: number): Path {
  return ellipse(x, y, reach, reach)
}

function shield(x: number, y: number, reach: number): Path {
  const at = (dx: number, dy: number): readonly [number, number] => [x + dx * reach, y + dy * reach]
  return outline([
    [...at(0, -1), 1],
    at(0.44, -0.86),
    [...at(0.88, -0.82), 1],
    at(0.9, -0.1),
    at(0.62, 0.58),
    [...at(0, 1.06), 1],
    at(-0.62, 0.58),
    at(-0.9, -0.1),
    [...at(-0.88, -0.82), 1],
    at(-0.44, -0.86),
  ])
}

function hexagon(x: number, y: number, reach: number): Path {
  return polygon(
    Array.from({ length: 6 }, (_, index): readonly [number, number] => {
      const angle = (index * Math.PI) / 3 - Math.PI / 2
      return [x + Math.cos(angle) * reach * 1.06, y + Math.sin(angle) * reach * 1.06]
    }),
  )
}

function squircle(x: number, y: number, reach: number): Path {
  return rectangle(x - reach * 0.94, y - reach * 0.94, reach * 1.88, reach * 1.88, reach * 0.46)
}

function drawStuds({ pen }: Stage, x: number, y: number, reach: number, colour: Rgb): void {
  for (let index = 0; index < 40; index++) {
    const angle = (index / 40) * 2 * Math.PI
    const at = [x + Math.cos(angle) * reach * 0.84, y + Math.sin(angle) * reach * 0.84] as const
    if (index % 10 === 0) pen.detail(star(at[0], at[1], reach * 0.05), colour)
    else pen.detail(ellipse(at[0], at[1], reach * 0.013, reach * 0.013), colour)
  }
}

function drawRays({ pen }: Stage, x: number, y: number, reach: number, inner: Rgb, rim: Rgb): void {
  for (let index = 0; index < 16; index++) {
    const angle = (index / 16) * 2 * Math.PI
    const tip = (turn: number): readonly [number, number] => [
      x + Math.cos(angle + turn) * reach * 0.93,
      y + Math.sin(angle + turn) * reach * 0.93,
    ]
    pen.mark(polygon([[x, y], tip(-0.09), tip(0.09)]), mixed(inner, rim, 0.1))
  }
}

function drawLaurels({ pen }: Stage, x: number, y: number, reach: number, colour: Rgb): void {
  for (const side of [-1, 1]) {
    for (let index = 0; index < 7; index++) {
      const angle = Math.PI / 2 - side * (0.24 + index * 0.19)
      const from = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const
      for (const spread of [0.55, -0.35]) {
        const towards = angle - side * (Math.PI / 2 + spread * 1.1)
        const long = reach * (0.21 - 0.012 * index)
        pen.form(
          leaf(from, [from[0] + Math.cos(towards) * long, from[1] + Math.sin(towards) * long], long * 0.42),
          spread > 0 ? colour : lit(colour, 0.2),
          { round: false },
        )
      }
    }
  }
}

/** Lines with a diamond at the sides of a wide canvas, or above and below in a tall one. */
function drawFlourishes(
  { pen, width, height, unit }: Stage,
  x: number,
  y: number,
  reach: number,
  colour: Rgb,
): void {
  const wide = width > height
  const room = (Math.max(width, height) - unit) / 2
  if (room < unit * 0.12) return
  for (const side of [-1, 1]) {
    const at = (away: number, across: number): readonly [number, number] => {
      const distanceAway = side * (reach * 1.12 + away * room)
      return wide ? [x + distanceAway, y + across * unit] : [x + across * unit, y + distanceAway]
    }
    pen.form(polygon([at(0.08, 0), at(0.16, 0.02), at(0.24, 0), at(0.16, -0.02)]), colour, { round: false })
    for (const across of [-0.012, 0.012])
      pen.form(
        polygon([
          at(0.28, across - 0.003),
          at(0.84, across - 0.0015),
          at(0.84, across + 0.0015),
          at(0.28, across + 0.003),
        ]),
        colour,
        { round: false },
      )
    const [px, py] = at(0.9, 0)
    pen.form(annulus(px, py, unit * 0.016, unit * 0.009), colour, { round: false })
  }
}

function starMotif(colour: Rgb): Parameters<typeof put>[1] {
  return (pen) => {
    pen.form(star(0, 0, 1, 8, 0.42), colour, { round: false })
    pen.form(star(0, 0, 0.62, 8, 0.42, Math.PI / 8), lit(colour, 0.5), { round: false })
    pen.form(ellipse(0, 0, 0.2, 0.2), shaded(colour, 0.3), { round: false })
  }
}
