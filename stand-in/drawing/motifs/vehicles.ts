import { hex, lit, mixed, shaded } from '../colour'
import { annulus, ellipse, rectangle } from '../geometry/shapes'
import { outline, polygon, symmetric } from '../geometry/smooth'
import type { Motif } from '../pen'

const GLASS = hex('bfe6f2')
const METAL = hex('4b4a60')
const FLAT = { round: false }

/** A rocket in flight, nose up. */
export const rocket: Motif = (pen, { main, palette }) => {
  const hull = hex('fbf5ea')
  const trim = main ?? palette.accents[0]
  pen.form(symmetric('0 0.62!, 0.22 0.66, 0.26 0.86, 0.1 1.06, 0 1.36!'), hex('f2743a'), FLAT)
  pen.form(symmetric('0 0.62!, 0.13 0.68, 0.15 0.84, 0 1.12!'), hex('fbc94c'), FLAT)
  pen.both((side) =>
    side.form(outline('0.26 0.16!, 0.58 0.44, 0.66 0.86!, 0.46 0.7, 0.24 0.66!'), shaded(trim, 0.12)),
  )
  const body = symmetric('0 -1.04!, 0.2 -0.78, 0.34 -0.3, 0.34 0.24, 0.22 0.64!, 0 0.66')
  pen.form(body, hull)
  pen.markWithin(body, polygon('-1 -1.3, 1 -1.3, 1 -0.56, -1 -0.56'), trim)
  pen.markWithin(body, polygon('-1 0.4, 1 0.4, 1 0.5, -1 0.5'), trim)
  pen.markWithin(body, outline('0.12 -1.3!, 1 -1.3!, 1 1!, 0.1 1!, 0.2 0.2, 0.2 -0.4'), shaded(hull, 0.16))
  pen.markWithin(body, outline('0.12 -1.3!, 1 -1.3!, 1 -0.56!, 0.19 -0.56!'), shaded(trim, 0.22))
  pen.form(ellipse(0, -0.18, 0.19, 0.19), METAL, FLAT)
  pen.mark(ellipse(0, -0.18, 0.135, 0.135), GLASS)
  pen.mark(ellipse(-0.04, -0.22, 0.05, 0.05), lit(GLASS, 0.7))
  pen.form(rectangle(-0.17, 0.6, 0.34, 0.09, 0.03), METAL, FLAT)
  pen.form(outline('-0.045 0.3!, 0 0.22!, 0.045 0.3!, 0.045 0.86!, 0 0.92!, -0.045 0.86!'), trim, FLAT)
}

/** A small sailing boat, waterline at y = 0.8. */
export const boat: Motif = (pen, { main, palette }) => {
  const sail = hex('fff7e8')
  const hull = main ?? palette.accents[0]
  pen.detail(rectangle(-0.035, -0.98, 0.07, 1.5), hex('6f4a33'))
  pen.form(outline('0.06 -0.9!, 0.44 -0.3, 0.8 0.36!, 0.4 0.42, 0.06 0.4!'), sail)
  pen.mark(polygon('0.06 0.06, 0.62 0.04, 0.7 0.18, 0.06 0.22'), palette.accents[1])
  pen.form(outline('-0.08 -0.72!, -0.36 -0.2, -0.68 0.32!, -0.34 0.4, -0.08 0.4!'), shaded(sail, 0.1))
  pen.form(polygon('0 -1.04, 0.32 -0.95, 0 -0.86'), palette.accents[2], FLAT)
  const body = outline('-1 0.5!, 0 0.56, 1.06 0.46!, 0.88 0.84, 0.62 1!, -0.66 1!, -0.88 0.8')
  pen.form(body, hull)
  pen.markWithin(body, polygon('-2 0.4, 2 0.4, 2 0.62, -2 0.66'), lit(hull, 0.6))
  for (const x of [-0.4, 0, 0.4]) pen.mark(ellipse(x, 0.77, 0.06, 0.06), lit(hull, 0.6))
}

/** A hot-air balloon with its basket. */
export const balloon: Motif = (pen, { main, random, palette }) => {
  const cloth = main ?? random.pick(palette.accents)
  const other = main === null ? palette.light : lit(main, 0.6)
  const bag = symmetric('0 -1.02, 0.46 -0.88, 0.7 -0.4, 0.5 0.12, 0.2 0.46, 0.14 0.52!, 0 0.53')
  pen.both((side) => side.line('0.13 0.5, 0.11 0.7', 0.03, METAL, () => 0.025))
  pen.form(bag, cloth)
  pen.both((side) => {
    side.markWithin(
      bag,
      outline(
        '0.12 -1.2!, 0.34 -0.84, 0.42 -0.36, 0.3 0.14, 0.12 0.6!, 0.05 0.6!, 0.12 0.1, 0.15 -0.4, 0.12 -0.86',
      ),
      other,
    )
    side.markWithin(
      bag,
      outline('0.3 -1.2!, 1 -1!, 1 0!, 0.3 0.5!, 0.52 0.1, 0.62 -0.4, 0.5 -0.82'),
      mixed(cloth, other, 0.55),
    )
  })
  pen.markWithin(
    bag,
    outline('0.1 -1.2!, 1 -1!, 1 0.6!, 0.08 0.6!, 0.4 0.1, 0.52 -0.4, 0.4 -0.8'),
    mixed(cloth, shaded(cloth, 0.5), 0.35),
  )
  pen.form(rectangle(-0.15, 0.46, 0.3, 0.07, 0.03), shaded(cloth, 0.3), FLAT)
  pen.form(outline('-0.16 0.7!, 0.16 0.7!, 0.13 0.96, 0.1 1!, -0.1 1!, -0.13 0.96'), hex('a9713f'))
  pen.mark(rectangle(-0.15, 0.78, 0.3, 0.045), hex('7d4f2b'))
  pen.mark(rectangle(-0.14, 0.88, 0.28, 0.04), hex('7d4f2b'))
}

/** A small car from the side. */
export const car: Motif = (pen, { main, palette }) => {
  const paint = main ?? palette.accents[0]
  const body = outline(
    '-1.3 0.74!, -1.36 0.38, -1.16 0.14, -0.8 0.08!, -0.5 -0.36, -0.1 -0.48, 0.36 -0.42, 0.72 0.06!, 1.14 0.16, 1.36 0.46, 1.34 0.76!',
  )
  pen.form(body, paint)
  pen.form(outline('-0.62 0.06!, -0.42 -0.28, -0.08 -0.34!, -0.08 0.06!'), GLASS, FLAT)
  pen.form(outline('0.04 -0.34!, 0.3 -0.3, 0.54 0.06!, 0.04 0.06!'), GLASS, FLAT)
  pen.mark(polygon('-1.36 0.5, 1.36 0.5, 1.35 0.64, -1.34 0.64'), shaded(paint, 0.22))
  pen.line('-0.02 0.12, -0.02 0.48', 0.03, shaded(paint, 0.45), () => 0.025)
  pen.mark(rectangle(-0.26, 0.2, 0.16, 0.05, 0.02), lit(paint, 0.6))
  pen.form(ellipse(1.22, 0.36, 0.09, 0.11), hex('fde9a8'), FLAT)
  pen.form(rectangle(-1.35, 0.3, 0.1, 0.16, 0.03), hex('b3213f'), FLAT)
  pen.form(rectangle(-1.42, 0.68, 2.84, 0.12, 0.06), METAL, FLAT)
  for (const x of [-0.78, 0.8]) {
    pen.form(ellipse(x, 0.74, 0.27, 0.27), hex('2b2a36'), FLAT)
    pen.mark(ellipse(x, 0.74, 0.14, 0.14), hex('c9d2da'))
    pen.mark(ellipse(x, 0.74, 0.05, 0.05), METAL)
  }
}

/** A bicycle from the side. */
export const bicycle: Motif = (pen, { main, palette }) => {
  const paint = main ?? palette.accents[0]
  for (const x of [-0.78, 0.78]) {
    pen.form(annulus(x, 0.46, 0.54, 0.46), METAL, FLAT)
    for (let spoke = 0; spoke < 4; spoke++) {
      const angle = (spoke * Math.PI) / 4 + 0.2
      pen.line(
        [
          [x - Math.cos(angle) * 0.46, 0.46 - Math.sin(angle) * 0.46],
          [x + Math.cos(angle) * 0.46, 0.46 + Math.sin(angle) * 0.46],
        ],
        0.018,
        METAL,
        () => 0.018,
      )
    }
    pen.detail(ellipse(x, 0.46, 0.07, 0.07), METAL)
  }
  const tube = (points: string): void => pen.band(points, 0.08, paint, FLAT)
  tube('-0.78 0.46, -0.02 0.5')
  tube('-0.78 0.46, -0.3 -0.3')
  tube('-0.34 -0.4, -0.02 0.5')
  tube('-0.02 0.5, 0.56 -0.26')
  tube('-0.28 -0.24, 0.56 -0.26')
  tube('0.78 0.46, 0.5 -0.6')
  pen.form(outline('-0.58 -0.44!, -0.34 -0.5, -0.1 -0.44!, -0.14 -0.36, -0.5 -0.34'), hex('5a3a2c'), FLAT)
  pen.line('0.36 -0.62, 0.56 -0.66, 0.7 -0.52', 0.08, METAL, () => 0.07)
  pen.form(ellipse(-0.02, 0.5, 0.13, 0.13), METAL, FLAT)
  pen.line('-0.02 0.5, 0.1 0.72', 0.05, METAL, () => 0.05)
}

/** A steam engine from the side. */
export const train: Motif = (pen, { main, palette }) => {
  const paint = main ?? palette.accents[0]
  for (const [x, y, r] of [
    [0.9, -0.9, 0.16],
    [0.66, -1.08, 0.2],
    [0.34, -1.14, 0.15],
  ] as const)
    pen.form(ellipse(x, y, r, r * 0.86), lit(palette.sky[1], 0.5), FLAT)
  pen.form(polygon('0.78 -0.7, 1.1 -0.7, 1.02 -0.2, 0.86 -0.2'), METAL, FLAT)
  pen.form(rectangle(-0.2, -0.26, 1.4, 0.72, 0.2), paint)
  for (const x of [0.14, 0.5, 0.86]) pen.mark(rectangle(x, -0.26, 0.07, 0.72), lit(paint, 0.45))
  pen.form(outline('0.3 -0.24!, 0.3 -0.4, 0.42 -0.48, 0.54 -0.4, 0.54 -0.24!'), hex('e0a92e'), FLAT)
  pen.form(rectangle(-1.1, -0.62, 0.96, 1.1), shaded(paint, 0.2), FLAT)
  pen.form(rectangle(-0.92, -0.42, 0.56, 0.44, 0.05), GLASS, FLAT)
  pen.form(rectangle(-1.22, -0.76, 1.2, 0.18, 0.06), METAL, FLAT)
  pen.form(rectangle(-1.16, 0.42, 2.4, 0.16, 0.04), METAL, FLAT)
  pen.form(polygon('1.18 0.46, 1.5 0.92, 1.08 0.92'), hex('b3213f'), FLAT)
  pen.form(ellipse(1.2, 0.02, 0.1, 0.13), hex('fde9a8'), FLAT)
  for (const [x, r] of [
    [-0.74, 0.3],
    [0.02, 0.22],
    [0.48, 0.22],
    [0.92, 0.22],
  ] as const) {
    pen.form(ellipse(x, 1 - r, r, r), hex('2b2a36'), FLAT)
    pen.mark(ellipse(x, 1 - r, r * 0.62, r * 0.62), palette.accents[1])
    pen.mark(ellipse(x, 1 - r, r * 0.22, r * 0.22), METAL)
  }
}
