import { hex, lit, mixed, shaded } from '../colour'
import { ellipse, leaf } from '../geometry/shapes'
import { outline, polygon, symmetric } from '../geometry/smooth'
import type { Motif } from '../pen'
import { EYE } from './species'

const WHITE = hex('fffdf6')
const BEAK = hex('f2a33a')

/** A perched owl from the front. */
export const owl: Motif = (pen, { main, random }) => {
  const feathers = main ?? random.pick([hex('8a5f45'), hex('6d6a94'), hex('b0703c')])
  const pale = lit(feathers, 0.68)
  const body = symmetric('0 -0.86, 0.4 -0.86, 0.62 -1!, 0.68 -0.56, 0.7 0, 0.62 0.6, 0.36 0.9, 0 0.95')
  pen.form(symmetric('0 0.7!, 0.22 0.76, 0.2 1.16, 0 1.2'), shaded(feathers, 0.35))
  pen.form(body, feathers)
  pen.mark(symmetric('0 -0.1, 0.34 0.02, 0.42 0.4, 0.26 0.76, 0 0.84'), pale)
  for (let row = 0; row < 4; row++) {
    const across = 4 - (row % 2)
    for (let index = 0; index < across; index++) {
      const x = (index - (across - 1) / 2) * 0.18
      pen.mark(leaf([x, 0.1 + row * 0.16], [x, 0.26 + row * 0.16], 0.11), mixed(feathers, pale, 0.35))
    }
  }
  pen.both((side) => {
    side.form(outline('0.6 -0.3!, 0.88 0.04, 0.86 0.5, 0.56 0.88!, 0.5 0.4'), shaded(feathers, 0.24))
    for (const y of [0.1, 0.3, 0.5]) {
      side.line(
        [
          [0.6, y],
          [0.68, y + 0.14],
          [0.82, y + 0.04],
        ],
        0.035,
        shaded(feathers, 0.5),
      )
    }
    side.form(ellipse(0.3, -0.44, 0.31, 0.31), pale)
    side.mark(ellipse(0.29, -0.43, 0.21, 0.21), hex('f7b93e'))
    side.detail(ellipse(0.28, -0.43, 0.13, 0.13), EYE)
    side.detail(ellipse(0.33, -0.48, 0.045, 0.045), WHITE)
    side.detail(ellipse(0.2, 0.96, 0.07, 0.05), BEAK)
    side.detail(ellipse(0.32, 0.95, 0.06, 0.05), BEAK)
  })
  pen.form(symmetric('0 -0.36!, 0.1 -0.28, 0.05 -0.14, 0 -0.06!'), BEAK)
}

/** A small bird in profile, looking right. */
export const bird: Motif = (pen, { main, random, palette }) => {
  const feathers = main ?? random.pick(palette.accents)
  pen.band('-0.1 0.6, -0.12 0.82, -0.02 0.96', 0.05, shaded(BEAK, 0.3), { round: false })
  pen.band('0.14 0.6, 0.14 0.82, 0.26 0.96', 0.05, shaded(BEAK, 0.3), { round: false })
  pen.form(polygon('-0.52 0.14, -1.12 0.28, -1.04 0.46, -0.44 0.5'), shaded(feathers, 0.35))
  pen.form(
    outline(
      '-0.6 0.28, -0.3 -0.12, 0.06 -0.3, 0.22 -0.66, 0.56 -0.78, 0.8 -0.54, 0.72 -0.1, 0.56 0.36, 0.16 0.66, -0.3 0.6',
    ),
    feathers,
  )
  pen.mark(outline('0.72 -0.18, 0.56 0.34, 0.16 0.65, -0.12 0.6, 0.24 0.36, 0.46 0'), lit(feathers, 0.66))
  pen.form(polygon('0.76 -0.62, 1.06 -0.5, 0.76 -0.4'), BEAK)
  pen.form(outline('0.16 -0.02, 0.3 0.24, 0 0.5, -0.5 0.5, -0.84 0.36!, -0.4 0.12'), shaded(feathers, 0.22))
  pen.line('0.08 0.26, -0.2 0.36, -0.56 0.38', 0.04, shaded(feathers, 0.5))
  pen.line('0.04 0.12, -0.2 0.22, -0.46 0.25', 0.04, shaded(feathers, 0.5))
  pen.detail(ellipse(0.52, -0.52, 0.075, 0.085), EYE)
  pen.detail(ellipse(0.545, -0.55, 0.025, 0.028), WHITE)
}

/** A bird on the wing, far away: a soft V. */
export const gull: Motif = (pen, { palette }) => {
  pen.both((side) => side.line('0 0.1, 0.35 -0.28, 1 -0.05', 0.17, palette.dark))
}

/** A butterfly from above with open wings. */
export const butterfly: Motif = (pen, { main, random, palette }) => {
  const wing = main ?? random.pick(palette.accents)
  const spots = lit(wing, 0.6)
  const edge = shaded(wing, 0.45)
  pen.both((side) => {
    side.form(outline('0.04 0!, 0.5 0.1, 0.82 0.4, 0.66 0.84, 0.28 0.72'), mixed(wing, edge, 0.3))
    side.mark(outline('0.12 0.12, 0.44 0.2, 0.62 0.44, 0.52 0.66, 0.28 0.54'), spots)
    side.form(outline('0.04 -0.1!, 0.4 -0.72, 0.98 -0.88, 1.08 -0.4, 0.66 0.06'), wing)
    side.mark(outline('0.2 -0.16, 0.5 -0.6, 0.84 -0.68, 0.86 -0.4, 0.54 -0.1'), mixed(wing, spots, 0.45))
    for (const [x, y, r] of [
      [0.94, -0.62, 0.06],
      [0.96, -0.42, 0.045],
      [0.86, -0.24, 0.04],
      [0.66, 0.62, 0.06],
    ] as const) {
      side.mark(ellipse(x, y, r, r), spots)
    }
    side.line('0.02 -0.3, 0.14 -0.62, 0.32 -0.78', 0.035, EYE)
  })
  pen.form(ellipse(0, 0.08, 0.075, 0.44), EYE)
  pen.detail(ellipse(0, -0.38, 0.09, 0.09), EYE)
}

/** A bee in flight, looking right. */
export const bee: Motif = (pen, { main }) => {
  const coat = main ?? hex('f6b83a')
  const body = ellipse(0, 0.15, 0.72, 0.5, 0.08)
  pen.form(ellipse(-0.28, -0.5, 0.28, 0.46, -0.5), hex('dff1f7'))
  pen.form(ellipse(0.14, -0.54, 0.26, 0.48, 0.2), hex('eef8fb'))
  pen.form(polygon('-0.64 0.02, -0.98 0.12, -0.64 0.24'), EYE)
  pen.form(body, coat)
  for (const x of [-0.42, -0.1, 0.22]) pen.markWithin(body, band(x, 0.15), EYE)
  pen.detail(ellipse(0.54, 0.1, 0.07, 0.08), EYE)
  pen.line('0.56 -0.2, 0.66 -0.5, 0.86 -0.56', 0.05, EYE)
  pen.line('0.66 0.28, 0.56 0.36, 0.46 0.34', 0.05, EYE)
}

function band(x: number, width: number): ReturnType<typeof outline> {
  return outline([
    [x, -0.6, 1],
    [x + width, -0.6, 1],
    [x + width + 0.06, 0.15],
    [x + width, 0.9, 1],
    [x, 0.9, 1],
    [x + 0.06, 0.15],
  ])
}
