import { hex, lightness, lit, mixed, type Rgb, shaded } from '../colour'
import { type Contour, placed } from '../geometry/path'
import { ellipse, rectangle, sector } from '../geometry/shapes'
import { outline, polygon } from '../geometry/smooth'
import type { Motif, Pen } from '../pen'

const GLOW = hex('fbd873')
const FLAT = { round: false }

function window(pen: Pen, x: number, y: number, width: number, height: number, frame: Rgb): void {
  pen.form(rectangle(x, y, width, height, 0.02), GLOW, FLAT)
  pen.mark(
    polygon([
      [x + width * 0.1, y + height * 0.9],
      [x + width * 0.9, y + height * 0.1],
      [x + width * 0.9, y + height * 0.9],
    ]),
    lit(GLOW, 0.4),
  )
  pen.detail(rectangle(x + width / 2 - 0.012, y, 0.024, height), frame)
  pen.detail(rectangle(x, y + height / 2 - 0.012, width, 0.024), frame)
}

/** A cottage with a chimney. */
export const house: Motif = (pen, { main, random, palette }) => {
  const wall = main ?? random.pick([hex('f7e3c0'), hex('f3c9a5'), hex('e8efe6')])
  const roof = main === null ? random.pick(palette.accents) : shaded(main, 0.45)
  const wood = hex('7b4b34')
  pen.form(rectangle(0.36, -0.86, 0.2, 0.5), shaded(roof, 0.3), FLAT)
  pen.form(ellipse(0.56, -1, 0.12, 0.09), lit(palette.sky[1], 0.4), FLAT)
  pen.form(ellipse(0.72, -1.16, 0.16, 0.12), lit(palette.sky[1], 0.5), FLAT)
  pen.form(polygon('-0.76 0.02, 0.76 0.02, 0.76 1, -0.76 1'), wall)
  pen.mark(polygon('-0.76 0.08, 0.76 0.08, 0.76 0.17, -0.76 0.12'), shaded(wall, 0.18))
  pen.form(polygon('0 -0.8, 0.98 0.08, 0.84 0.18, 0 -0.56, -0.84 0.18, -0.98 0.08'), roof, FLAT)
  pen.form(polygon('0 -0.58, 0.76 0.08, -0.76 0.08'), mixed(wall, roof, 0.22), FLAT)
  pen.form(ellipse(0, -0.18, 0.13, 0.13), GLOW, FLAT)
  pen.form(rectangle(-0.16, 0.42, 0.34, 0.58, 0.15), wood)
  pen.detail(ellipse(0.1, 0.74, 0.025, 0.025), GLOW)
  window(pen, -0.6, 0.34, 0.3, 0.3, wood)
  window(pen, 0.32, 0.34, 0.3, 0.3, wood)
  for (const x of [-0.64, 0.28]) pen.form(rectangle(x, 0.64, 0.38, 0.06), shaded(roof, 0.2), FLAT)
}

/** A tall block with lit windows; for skylines. */
export const block: Motif = (pen, { main, random, palette }) => {
  const wall = main ?? mixed(random.pick(palette.land), random.pick(palette.accents), random.between(0, 0.45))
  const half = random.between(0.24, 0.36)
  const top = random.between(-0.95, -0.3)
  const roof = random.whole(0, 3)
  if (roof === 0)
    pen.form(
      polygon([
        [-half * 0.6, top],
        [0, top - 0.26],
        [half * 0.6, top],
      ]),
      shaded(wall, 0.24),
      FLAT,
    )
  if (roof === 1) pen.form(rectangle(-half * 0.5, top - 0.16, half, 0.2), shaded(wall, 0.2), FLAT)
  if (roof === 2) pen.detail(rectangle(-0.015, top - 0.34, 0.03, 0.36), shaded(wall, 0.4))
  pen.form(rectangle(-half, top, half * 2, 1.02 - top), wall, FLAT)
  pen.mark(rectangle(half * 0.45, top, half * 0.55, 1.02 - top), shaded(wall, 0.14))
  const columns = half > 0.3 ? 4 : 3
  const step = (half * 2) / (columns + 0.6)
  const windows: { readonly on: Contour[]; readonly off: Contour[] } = { on: [], off: [] }
  for (let y = top + 0.1; y < 0.84; y += 0.17) {
    for (let column = 0; column < columns; column++) {
      const x = -half + step * (column + 0.4)
      const kind = random.chance(0.62) ? windows.on : windows.off
      kind.push(...rectangle(x, y, step * 0.6, 0.09))
    }
  }
  pen.mark(windows.on, mixed(GLOW, wall, 0.1))
  pen.mark(windows.off, shaded(wall, 0.28))
}

/** A castle with three towers. */
export const castle: Motif = (pen, { main, palette }) => {
  const stone = main ?? hex('cfc3cf')
  const roof = palette.accents[0]
  const tower = (x: number, half: number, top: number): void => {
    pen.form(
      rectangle(x - half, top, half * 2, 1 - top),
      mixed(stone, palette.light, x === 0 ? 0.25 : 0),
      FLAT,
    )
    pen.mark(rectangle(x + half * 0.4, top, half * 0.6, 1 - top), shaded(stone, 0.16))
    pen.form(
      polygon([
        [x, top - 0.52],
        [x + half * 1.35, top + 0.03],
        [x - half * 1.35, top + 0.03],
      ]),
      roof,
      FLAT,
    )
    pen.mark(
      polygon([
        [x, top - 0.52],
        [x + half * 1.35, top + 0.03],
        [x + half * 0.3, top + 0.03],
      ]),
      shaded(roof, 0.22),
    )
    pen.detail(rectangle(x - 0.01, top - 0.74, 0.02, 0.24), palette.dark)
    pen.form(
      polygon([
        [x + 0.01, top - 0.74],
        [x + 0.2, top - 0.67],
        [x + 0.01, top - 0.6],
      ]),
      palette.accents[1],
      FLAT,
    )
    pen.form(rectangle(x - 0.05, top + 0.16, 0.1, 0.2, 0.05), shaded(stone, 0.6), FLAT)
  }
  tower(0, 0.22, -0.2)
  pen.form(
    outline(
      '-0.74 0.38!, -0.6 0.38!, -0.6 0.3!, -0.46 0.3!, -0.46 0.38!, -0.32 0.38!, -0.32 0.3!, -0.18 0.3!, -0.18 0.38!, -0.04 0.38!, -0.04 0.3!, 0.1 0.3!, 0.1 0.38!, 0.24 0.38!, 0.24 0.3!, 0.38 0.3!, 0.38 0.38!, 0.52 0.38!, 0.52 0.3!, 0.66 0.3!, 0.66 0.38!, 0.74 0.38!, 0.74 1!, -0.74 1!',
    ),
    stone,
    FLAT,
  )
  for (const [x, y] of [
    [-0.44, 0.56],
    [0.4, 0.6],
    [-0.3, 0.8],
    [0.34, 0.82],
    [-0.5, 0.9],
    [0.1, 0.48],
    [-0.14, 0.5],
  ] as const)
    pen.mark(rectangle(x, y, 0.13, 0.055, 0.015), shaded(stone, 0.14))
  tower(-0.76, 0.19, 0.1)
  tower(0.76, 0.19, 0.1)
  pen.form(outline('-0.18 1.01!, -0.18 0.72, 0 0.56, 0.18 0.72, 0.18 1.01!'), hex('7a4c35'), FLAT)
}

const BEAMS = [
  [-0.5, 0.32],
  [Math.PI - 0.32, Math.PI + 0.5],
] as const

/** A striped lighthouse on its rock. */
export const lighthouse: Motif = (pen, { main, palette }) => {
  const night = lightness(palette.sky[0]) < 0.35
  const stripe = main ?? hex('d8433b')
  const white = hex('fff8ec')
  const body = polygon('-0.17 -0.5, 0.17 -0.5, 0.28 0.9, -0.28 0.9')
  pen.form(
    outline('-0.7 1.06!, -0.56 0.86, -0.2 0.8, 0.3 0.8, 0.6 0.9, 0.76 1.06!'),
    shaded(palette.land[3], 0.2),
  )
  for (const [from, to] of night ? BEAMS : []) {
    pen.backdrop(sector(0, -0.64, 0.12, 2.4, from + 0.22, to - 0.22), mixed(palette.sky[0], GLOW, 0.34))
  }
  pen.form(body, white, FLAT)
  for (const y of [-0.36, 0.04, 0.46])
    pen.markWithin(
      body,
      polygon([
        [-1, y],
        [1, y],
        [1, y + 0.22],
        [-1, y + 0.22],
      ]),
      stripe,
    )
  pen.markWithin(body, polygon('0.08 -0.6, 1 -0.6, 1 1, 0.14 1'), shaded(white, 0.14))
  for (const y of [-0.36, 0.04, 0.46])
    pen.markWithin(
      body,
      polygon([
        [0.1, y],
        [1, y],
        [1, y + 0.22],
        [0.1, y + 0.22],
      ]),
      shaded(stripe, 0.2),
    )
  pen.form(rectangle(-0.26, -0.55, 0.52, 0.08, 0.03), palette.dark, FLAT)
  pen.form(rectangle(-0.13, -0.78, 0.26, 0.24), GLOW, FLAT)
  pen.detail(rectangle(-0.012, -0.78, 0.024, 0.24), palette.dark)
  pen.form(outline('-0.18 -0.76!, -0.1 -0.92, 0 -1!, 0.1 -0.92, 0.18 -0.76!'), stripe, FLAT)
  pen.form(rectangle(-0.08, 0.66, 0.16, 0.22, 0.08), palette.dark, FLAT)
  pen.detail(rectangle(-0.03, -0.22, 0.07, 0.11, 0.03), palette.dark)
  pen.detail(rectangle(-0.03, 0.26, 0.07, 0.11, 0.03), palette.dark)
}

/** A tent with an open flap. */
export const tent: Motif = (pen, { main, palette }) => {
  const cloth = main ?? palette.accents[0]
  pen.form(polygon('0 -0.62, 1.12 1, -1.12 1'), cloth, FLAT)
  pen.mark(polygon('0 -0.62, 1.12 1, 0.42 1'), shaded(cloth, 0.22))
  pen.form(outline('0 -0.5!, 0.2 0.2, 0.44 1!, -0.44 1!, -0.2 0.2'), shaded(palette.dark, 0.2), FLAT)
  pen.form(outline('0 -0.5!, 0.1 0.3, 0.02 0.62, 0.3 1!, 0.52 1!, 0.24 0.2'), lit(cloth, 0.35), FLAT)
  pen.line('0 -0.6, -0.06 -0.8', 0.06, palette.dark, () => 0.05)
  pen.line('0 -0.6, 0.06 -0.8', 0.06, palette.dark, () => 0.05)
}

/** A windmill with four sails. */
export const windmill: Motif = (pen, { main, random, palette }) => {
  const wall = main ?? hex('f4e6cd')
  const wood = hex('7a5238')
  pen.form(outline('-0.24 -0.36!, 0.24 -0.36!, 0.42 1!, -0.42 1!'), wall)
  pen.form(outline('-0.32 -0.32!, -0.22 -0.6, 0 -0.7, 0.22 -0.6, 0.32 -0.32!'), palette.accents[0])
  pen.form(rectangle(-0.11, 0.62, 0.22, 0.38, 0.1), wood, FLAT)
  window(pen, -0.09, 0.1, 0.18, 0.2, wood)
  const turn = random.between(0.2, 1.2)
  for (let sail = 0; sail < 4; sail++) {
    const arm = pen.at(placed(0, -0.42, 1, turn + (sail * Math.PI) / 2))
    arm.form(rectangle(0.02, -0.92, 0.22, 0.7, 0.02), lit(palette.accents[1], 0.35), FLAT)
    for (const y of [-0.76, -0.58, -0.4]) arm.detail(rectangle(0.02, y, 0.22, 0.022), wood)
    arm.detail(rectangle(-0.03, -0.96, 0.05, 0.98), wood)
  }
  pen.form(ellipse(0, -0.42, 0.08, 0.08), wood)
}
