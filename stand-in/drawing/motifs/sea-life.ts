import { hex, lit, mixed, shaded } from '../colour'
import type { Point } from '../geometry/path'
import { ellipse, leaf } from '../geometry/shapes'
import { type Knot, outline } from '../geometry/smooth'
import type { Motif } from '../pen'
import { EYE } from './species'

const WHITE = hex('fffdf6')

/** A fish in profile, looking right. */
export const fish: Motif = (pen, { main, random, palette }) => {
  const scales = main ?? random.pick(palette.accents)
  const fin = shaded(scales, 0.28)
  const body = outline(
    '1.02 0.06, 0.72 -0.34, 0.1 -0.56, -0.46 -0.3, -0.74 -0.06, -0.74 0.12, -0.44 0.36, 0.1 0.56, 0.74 0.38',
  )
  pen.form(outline('-0.62 0.02, -1 -0.44, -1.24 -0.6!, -1.1 0.02, -1.24 0.62!, -0.98 0.46'), fin)
  pen.form(outline('-0.3 -0.34!, -0.2 -0.78, 0.18 -0.86, 0.46 -0.44!'), fin)
  pen.form(outline('-0.1 0.48!, -0.3 0.82!, 0.1 0.76, 0.28 0.46!'), fin)
  pen.form(body, scales)
  pen.markWithin(
    body,
    outline('-0.9 0.2!, 0 0.24, 0.9 0.16, 1.2 0.3!, 0.4 0.9!, -0.8 0.7!'),
    lit(scales, 0.5),
  )
  for (const x of [-0.34, 0, 0.3]) {
    const stripe: Knot[] = [
      [x, -0.8, 1],
      [x + 0.14, -0.8, 1],
      [x + 0.22, 0],
      [x + 0.12, 0.8, 1],
      [x, 0.8, 1],
      [x + 0.08, 0],
    ]
    pen.markWithin(body, outline(stripe), lit(scales, x === 0 ? 0.72 : 0.62))
  }
  for (const x of [-1.06, -1, -1.06])
    pen.line(
      [
        [-0.8, 0.02],
        [x, x === -1 ? 0.02 : 0.1],
      ],
      0.03,
      shaded(fin, 0.3),
    )
  pen.mark(leaf([0.34, 0.12], [-0.1, 0.3], 0.24, 0.04), fin)
  pen.line('0.56 -0.32, 0.46 0.04, 0.56 0.36', 0.04, fin)
  pen.detail(ellipse(0.74, -0.08, 0.11, 0.11), WHITE)
  pen.detail(ellipse(0.76, -0.07, 0.065, 0.07), EYE)
  pen.line('1 0.12, 0.92 0.19, 0.82 0.2', 0.035, EYE)
}

/** A whale in profile, looking left, with its spout. */
export const whale: Motif = (pen, { main, palette }) => {
  const skin = main ?? mixed(palette.water, hex('2f5f96'), 0.6)
  const body = outline(
    '-1.22 0.3, -1.16 -0.14, -0.7 -0.46, 0 -0.46, 0.62 -0.1, 0.98 0.02, 1.16 -0.3!, 1.3 0.1, 1.06 0.42, 0.5 0.7, -0.5 0.78, -1.06 0.6',
  )
  pen.form(
    outline(
      '1.1 -0.14!, 0.84 -0.42, 0.72 -0.66!, 1.06 -0.6, 1.22 -0.36, 1.4 -0.62, 1.7 -0.66!, 1.54 -0.32, 1.24 -0.04!',
    ),
    shaded(skin, 0.12),
  )
  pen.form(body, skin)
  pen.markWithin(
    body,
    outline('-1.5 0.3!, -0.9 0.28, -0.3 0.44, 0.5 0.5, 1 0.42!, 0.6 1!, -1.5 1!'),
    lit(skin, 0.72),
  )
  for (const y of [0.44, 0.54, 0.64])
    pen.line(
      [
        [-1.04 + (y - 0.44), y - 0.02],
        [-0.6, y + 0.02],
        [-0.16, y + 0.08],
      ],
      0.03,
      lit(skin, 0.35),
    )
  pen.form(outline('-0.2 0.42!, 0.1 0.52, 0.32 0.92, 0.16 1!, -0.18 0.8'), shaded(skin, 0.16))
  pen.detail(ellipse(-0.76, 0.1, 0.07, 0.08), EYE)
  pen.detail(ellipse(-0.78, 0.07, 0.024, 0.026), WHITE)
  pen.line('-1.14 0.28, -0.92 0.32, -0.74 0.26', 0.04, EYE)
  const spray = lit(palette.water, 0.55)
  pen.band('-0.56 -0.5, -0.58 -0.72, -0.78 -0.88, -0.98 -0.78', (along) => 0.1 - 0.05 * along, spray)
  pen.band('-0.52 -0.5, -0.5 -0.74, -0.3 -0.92, -0.1 -0.8', (along) => 0.1 - 0.05 * along, spray)
}

/** A sea turtle from above, swimming up. */
export const turtle: Motif = (pen, { main }) => {
  const skin = main ?? hex('5fa574')
  const shell = mixed(hex('7d5a3c'), skin, 0.15)
  pen.both((side) => {
    side.form(outline('0.34 -0.36!, 0.8 -0.56, 1.16 -0.1, 1.14 0.16!, 0.78 -0.1, 0.44 -0.04!'), skin)
    side.form(outline('0.3 0.56!, 0.62 0.66, 0.68 0.98!, 0.36 0.9'), skin)
    for (const [x, y] of [
      [0.74, -0.36],
      [0.92, -0.18],
      [0.6, -0.26],
    ] as const)
      side.mark(ellipse(x, y, 0.06, 0.05), shaded(skin, 0.3))
  })
  pen.form(ellipse(0, -0.72, 0.24, 0.28), skin)
  pen.both((side) => side.detail(ellipse(0.13, -0.82, 0.05, 0.06), EYE))
  pen.form(ellipse(0, 0.16, 0.6, 0.7), shaded(shell, 0.25))
  pen.mark(ellipse(0, 0.14, 0.51, 0.6), shell)
  const plate = lit(shell, 0.28)
  for (const [y, r] of [
    [-0.22, 0.14],
    [0.12, 0.18],
    [0.48, 0.14],
  ] as const)
    pen.mark(hexagon(0, y, r), plate)
  pen.both((side) => {
    for (const y of [-0.06, 0.32]) side.mark(hexagon(0.29, y, 0.14), plate)
  })
}

/** An octopus with curling arms. */
export const octopus: Motif = (pen, { main, random, palette }) => {
  const skin = main ?? random.pick(palette.accents)
  const back = shaded(skin, 0.22)
  const arm = (points: string | readonly Point[], colour: typeof skin): void =>
    pen.band(points, (along) => 0.26 - 0.2 * along, colour)
  for (const side of [1, -1]) {
    arm(
      [
        [0.3 * side, 0.2],
        [0.84 * side, 0.26],
        [1.08 * side, -0.02],
        [0.92 * side, -0.18],
      ],
      back,
    )
    arm(
      [
        [0.14 * side, 0.3],
        [0.3 * side, 0.7],
        [0.14 * side, 0.98],
        [-0.04 * side, 0.86],
      ],
      back,
    )
    arm(
      [
        [0.3 * side, 0.24],
        [0.72 * side, 0.5],
        [1.04 * side, 0.5],
        [1.1 * side, 0.28],
      ],
      skin,
    )
    arm(
      [
        [0.22 * side, 0.3],
        [0.5 * side, 0.72],
        [0.8 * side, 0.92],
        [0.94 * side, 0.76],
      ],
      skin,
    )
    for (const [x, y, r] of [
      [0.66, 0.54, 0.045],
      [0.84, 0.58, 0.035],
      [0.46, 0.72, 0.045],
      [0.6, 0.86, 0.035],
    ] as const) {
      pen.mark(ellipse(x * side, y, r, r), lit(skin, 0.55))
    }
  }
  pen.form(
    outline(
      '0 -0.98, 0.48 -0.76, 0.56 -0.32, 0.42 0.12, 0.38 0.36, 0 0.46, -0.38 0.36, -0.42 0.12, -0.56 -0.32, -0.48 -0.76',
    ),
    skin,
  )
  for (const [x, y, r] of [
    [-0.24, -0.66, 0.08],
    [-0.06, -0.78, 0.05],
    [0.22, -0.62, 0.05],
  ] as const)
    pen.mark(ellipse(x, y, r, r * 0.9), lit(skin, 0.35))
  pen.both((side) => {
    side.detail(ellipse(0.2, -0.04, 0.13, 0.15), WHITE)
    side.detail(ellipse(0.19, -0.02, 0.075, 0.1), EYE)
  })
  pen.line('-0.1 0.2, 0 0.25, 0.1 0.2', 0.04, EYE)
}

/** A jellyfish, bell up. */
export const jellyfish: Motif = (pen, { main, random, palette }) => {
  const bell = main ?? random.pick(palette.accents)
  for (const x of [-0.42, -0.22, 0, 0.22, 0.42]) {
    const sway = random.between(-0.14, 0.14)
    pen.band(
      [
        [x, -0.2],
        [x + sway, 0.2],
        [x - sway, 0.6],
        [x + sway * 0.6, 1],
      ],
      (along) => 0.1 - 0.07 * along,
      lit(bell, 0.35),
      { round: false },
    )
  }
  const dome = outline(
    '0 -0.96, 0.48 -0.8, 0.7 -0.36, 0.66 -0.12, 0.44 -0.2, 0.22 -0.08, 0 -0.18, -0.22 -0.08, -0.44 -0.2, -0.66 -0.12, -0.7 -0.36, -0.48 -0.8',
  )
  pen.form(dome, bell)
  pen.mark(ellipse(-0.24, -0.64, 0.14, 0.2, 0.6), lit(bell, 0.45))
  pen.both((side) => side.mark(ellipse(0.28, -0.36, 0.08, 0.06), shaded(bell, 0.3)))
  pen.mark(ellipse(0, -0.42, 0.09, 0.07), shaded(bell, 0.3))
}

/** A tuft of seaweed, rooted at y = 1. */
export const seaweed: Motif = (pen, { main, random, palette }) => {
  const green = main ?? palette.leaf
  for (const x of random.shuffled([-0.36, -0.12, 0.14, 0.38])) {
    const top = random.between(-0.95, 0.1)
    const sway = random.between(0.08, 0.2) * (random.chance(0.5) ? 1 : -1)
    const third = (1 - top) / 3
    pen.band(
      [
        [x, 1.05],
        [x + sway, 1 - third],
        [x - sway, 1 - 2 * third],
        [x + sway, top],
      ],
      (along) => 0.04 + 0.15 * Math.sin(Math.PI * (0.15 + along * 0.82)),
      mixed(green, shaded(green, 0.5), random.between(0, 0.8)),
      { round: false },
    )
  }
}

/** A branching coral, rooted at y = 1. */
export const coral: Motif = (pen, { main, random, palette }) => {
  const colour = main ?? palette.accents[random.whole(0, 2)] ?? palette.accents[0]
  const branch = (points: string | readonly Point[], width: number): void =>
    pen.band(points, (along) => width * (1 - 0.35 * along), colour, { round: false })
  branch('0 1.05, 0.02 0.4, -0.06 -0.3', 0.24)
  branch('0.02 0.6, 0.34 0.26, 0.4 -0.3', 0.18)
  branch('0 0.76, -0.36 0.46, -0.46 0.02', 0.18)
  branch('0.36 0.14, 0.62 0, 0.7 -0.24', 0.13)
  branch('-0.36 0.42, -0.64 0.36, -0.72 0.14', 0.13)
  branch('-0.03 0.06, -0.22 -0.16, -0.26 -0.46', 0.13)
}

function hexagon(x: number, y: number, radius: number): ReturnType<typeof outline> {
  return outline(
    Array.from({ length: 6 }, (_, index): Knot => {
      const angle = (index * Math.PI) / 3
      return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius, 1]
    }),
  )
}
