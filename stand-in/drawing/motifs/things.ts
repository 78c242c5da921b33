import { hex, lit, mixed, shaded } from '../colour'
import { placed } from '../geometry/path'
import { annulus, ellipse, leaf, rectangle } from '../geometry/shapes'
import { outline, polygon, symmetric } from '../geometry/smooth'
import type { Motif } from '../pen'

const FLAT = { round: false }
const GOLD = hex('f3b93c')

/** A heart. */
export const heart: Motif = (pen, { main }) => {
  const red = main ?? hex('dd3f52')
  const path = symmetric('0 -0.5!, 0.26 -0.84, 0.72 -0.82, 0.98 -0.4, 0.84 0.12, 0.46 0.56, 0 0.94!')
  pen.form(path, red, { fade: shaded(red, 0.3) })
  pen.mark(ellipse(-0.54, -0.42, 0.14, 0.24, 0.6), lit(red, 0.45))
  pen.mark(ellipse(-0.74, -0.1, 0.06, 0.09, 0.2), lit(red, 0.45))
}

/** A friendly robot, standing. */
export const robot: Motif = (pen, { main, palette }) => {
  const steel = main ?? mixed(hex('8fb3c9'), palette.accents[2], 0.25)
  const dark = shaded(steel, 0.5)
  const glow = palette.accents[1]
  pen.line('0 -0.8, 0 -1.06', 0.05, dark, () => 0.05)
  pen.form(ellipse(0, -1.08, 0.09, 0.09), palette.accents[0])
  pen.both((side) => {
    side.band('0.42 0.16, 0.74 0.24, 0.8 0.54', 0.13, dark, FLAT)
    side.form(
      outline('0.68 0.52!, 0.92 0.52!, 0.98 0.68, 0.9 0.8!, 0.86 0.68, 0.74 0.68, 0.7 0.8!, 0.62 0.68'),
      steel,
    )
    side.form(rectangle(0.12, 0.62, 0.18, 0.28), dark, FLAT)
    side.form(rectangle(0.06, 0.84, 0.34, 0.16, 0.07), steel)
    side.form(rectangle(0.56, -0.54, 0.12, 0.26, 0.05), dark, FLAT)
  })
  pen.form(rectangle(-0.14, -0.16, 0.28, 0.16), dark, FLAT)
  pen.form(rectangle(-0.46, -0.06, 0.92, 0.74, 0.14), steel)
  pen.form(rectangle(-0.28, 0.08, 0.56, 0.34, 0.05), lit(steel, 0.62), FLAT)
  pen.line(
    '-0.22 0.28, -0.1 0.28, -0.04 0.16, 0.05 0.36, 0.1 0.26, 0.22 0.26',
    0.035,
    palette.accents[0],
    () => 0.03,
  )
  for (const [index, x] of [-0.2, 0, 0.2].entries())
    pen.form(ellipse(x, 0.54, 0.055, 0.055), palette.accents[index] ?? glow, FLAT)
  pen.form(rectangle(-0.6, -0.84, 1.2, 0.74, 0.2), lit(steel, 0.2))
  pen.form(rectangle(-0.46, -0.7, 0.92, 0.46, 0.14), shaded(dark, 0.45), FLAT)
  pen.both((side) => {
    side.detail(ellipse(0.21, -0.5, 0.11, 0.12), glow)
    side.detail(ellipse(0.24, -0.54, 0.035, 0.04), lit(glow, 0.8))
  })
  pen.line('-0.1 -0.34, 0 -0.3, 0.1 -0.34', 0.04, glow)
}

/** An open book. */
export const book: Motif = (pen, { main, palette }) => {
  const cover = main ?? palette.accents[2]
  const paper = hex('fff8e8')
  pen.both((side) => {
    side.form(outline('0 -0.3!, 0.5 -0.52, 1.12 -0.44!, 1.12 0.66!, 0.5 0.6, 0 0.8!'), cover)
    side.form(outline('0 -0.4!, 0.46 -0.64, 1.02 -0.54!, 1.02 0.54!, 0.46 0.48, 0 0.7!'), paper)
    side.mark(outline('0 -0.4!, 0.13 -0.48!, 0.13 0.62!, 0 0.7!'), shaded(paper, 0.14))
    for (const y of [-0.34, -0.18, -0.02, 0.14])
      side.line(
        [
          [0.24, y],
          [0.5, y - 0.08],
          [0.86, y - 0.04],
        ],
        0.035,
        shaded(paper, 0.32),
        () => 0.03,
      )
  })
  pen.form(outline('0.5 0.46!, 0.64 0.46!, 0.64 0.92!, 0.57 0.82!, 0.5 0.92!'), palette.accents[0], FLAT)
}

/** A crown with gems. */
export const crown: Motif = (pen, { main, palette }) => {
  const gold = main ?? GOLD
  const body = symmetric('0 -0.66!, 0.26 0!, 0.56 -0.36!, 0.98 -0.52!, 0.8 0.6!, 0 0.64')
  pen.form(body, gold, { fade: shaded(gold, 0.25) })
  pen.mark(outline('-0.83 0.36!, 0 0.42, 0.83 0.36!, 0.8 0.6!, 0 0.66, -0.8 0.6!'), shaded(gold, 0.2))
  for (const [x, y] of [
    [0, -0.74],
    [-0.98, -0.6],
    [0.98, -0.6],
    [-0.56, -0.44],
    [0.56, -0.44],
  ] as const)
    pen.form(ellipse(x, y, 0.09, 0.09), lit(gold, 0.35))
  pen.form(polygon('0 0, 0.14 0.18, 0 0.38, -0.14 0.18'), palette.accents[0], FLAT)
  pen.both((side) => side.form(ellipse(0.46, 0.16, 0.1, 0.12), palette.accents[2], FLAT))
}

/** A cut gem. */
export const gem: Motif = (pen, { main, palette }) => {
  const stone = main ?? palette.accents[2]
  const facet = (points: string, share: number): void =>
    pen.form(polygon(points), share > 0 ? lit(stone, share) : shaded(stone, -share), FLAT)
  facet('-0.54 -0.62, 0.54 -0.62, 0.98 -0.12, 0 0.92, -0.98 -0.12', 0.05)
  facet('-0.54 -0.62, -0.98 -0.12, -0.42 -0.12', 0.3)
  facet('-0.54 -0.62, 0 -0.62, -0.42 -0.12', 0.6)
  facet('0 -0.62, 0.42 -0.12, -0.42 -0.12', 0.4)
  facet('0 -0.62, 0.54 -0.62, 0.42 -0.12', 0.2)
  facet('0.54 -0.62, 0.98 -0.12, 0.42 -0.12', -0.08)
  facet('-0.98 -0.12, -0.42 -0.12, 0 0.92', 0.16)
  facet('-0.42 -0.12, 0.42 -0.12, 0 0.92', 0)
  facet('0.42 -0.12, 0.98 -0.12, 0 0.92', -0.22)
}

/** A shining light bulb. */
export const bulb: Motif = (pen, { main, palette }) => {
  const glass = main ?? hex('fcd762')
  const metal = hex('7d8796')
  for (let index = 0; index < 9; index++) {
    const angle = Math.PI * (0.86 + (index * 1.28) / 8)
    pen.line(
      [
        [Math.cos(angle) * 0.84, -0.26 + Math.sin(angle) * 0.84],
        [Math.cos(angle) * 1.1, -0.26 + Math.sin(angle) * 1.1],
      ],
      0.07,
      palette.accents[0],
      () => 0.06,
    )
  }
  pen.form(
    outline(
      '0 -0.9, 0.46 -0.7, 0.62 -0.26, 0.46 0.12, 0.26 0.42!, -0.26 0.42!, -0.46 0.12, -0.62 -0.26, -0.46 -0.7',
    ),
    glass,
  )
  pen.mark(ellipse(-0.26, -0.48, 0.12, 0.22, 0.6), lit(glass, 0.65))
  pen.line(
    '-0.12 0.4, -0.2 -0.1, -0.06 -0.2, 0 -0.06, 0.06 -0.2, 0.2 -0.1, 0.12 0.4',
    0.05,
    shaded(glass, 0.5),
    () => 0.04,
  )
  for (const [y, half] of [
    [0.42, 0.27],
    [0.55, 0.27],
    [0.68, 0.25],
  ] as const)
    pen.form(rectangle(-half, y, half * 2, 0.11, 0.05), metal, FLAT)
  pen.form(outline('-0.16 0.8!, 0.16 0.8!, 0.08 0.96, 0 1, -0.08 0.96'), shaded(metal, 0.35), FLAT)
}

/** An open umbrella. */
export const umbrella: Motif = (pen, { main, palette }) => {
  const cloth = main ?? palette.accents[0]
  const dome = outline(
    '0 -0.86, 0.6 -0.66, 0.98 -0.2, 1.04 0.1!, 0.86 0, 0.68 0.1!, 0.34 -0.02, 0 0.1!, -0.34 -0.02, -0.68 0.1!, -0.86 0, -1.04 0.1!, -0.98 -0.2, -0.6 -0.66',
  )
  pen.band('0 -0.9, 0 0.4, 0.02 0.8, 0.18 0.96, 0.34 0.84', 0.07, hex('6b4632'), FLAT)
  pen.form(dome, cloth)
  pen.both((side) =>
    side.markWithin(
      dome,
      outline('0.06 -1!, 0.5 -0.5, 0.68 0.2!, 0.34 0.1!, 0 0.2!, 0 -1!'),
      lit(cloth, 0.24),
    ),
  )
  pen.line('0 -0.84, 0 -1', 0.06, hex('6b4632'), () => 0.05)
}

/** A camera from the front. */
export const camera: Motif = (pen, { main, palette }) => {
  const body = main ?? palette.accents[2]
  pen.form(polygon('-0.36 -0.66, 0.3 -0.66, 0.44 -0.4, -0.5 -0.4'), shaded(body, 0.2), FLAT)
  pen.form(rectangle(0.56, -0.54, 0.28, 0.16, 0.05), palette.accents[0], FLAT)
  pen.form(rectangle(-1.08, -0.44, 2.16, 1.3, 0.2), body)
  pen.form(rectangle(-1.08, -0.1, 2.16, 0.6), hex('3a3446'), FLAT)
  pen.form(ellipse(0, 0.2, 0.52, 0.52), lit(body, 0.6), FLAT)
  pen.form(ellipse(0, 0.2, 0.42, 0.42), hex('2b2735'), FLAT)
  pen.mark(ellipse(0, 0.2, 0.3, 0.3), mixed(hex('3b5f8f'), palette.accents[2], 0.3))
  pen.mark(ellipse(0.03, 0.24, 0.17, 0.17), hex('22304d'))
  pen.mark(ellipse(-0.12, 0.07, 0.08, 0.06, -0.6), hex('eaf6fb'))
  pen.form(rectangle(-0.9, -0.3, 0.22, 0.12, 0.03), hex('fdf0c8'), FLAT)
  pen.form(ellipse(0.82, -0.24, 0.06, 0.06), palette.accents[1], FLAT)
}

/** An acoustic guitar, upright. */
export const guitar: Motif = (pen, { main }) => {
  const wood = main ?? hex('cf8a45')
  const neck = hex('5a3826')
  const tilted = pen.at(placed(0, 0, 1, 0.22))
  tilted.form(
    symmetric('0 -0.04, 0.3 -0.02, 0.38 0.2, 0.3 0.36, 0.5 0.58, 0.48 0.86, 0.2 1.02, 0 1.04'),
    wood,
  )
  tilted.mark(
    symmetric('0 0.06, 0.22 0.08, 0.28 0.2, 0.2 0.38, 0.38 0.6, 0.36 0.82, 0.16 0.92, 0 0.93'),
    lit(wood, 0.2),
  )
  tilted.form(ellipse(0, 0.34, 0.15, 0.15), shaded(neck, 0.3), FLAT)
  tilted.form(rectangle(-0.06, -0.82, 0.12, 1.08), neck, FLAT)
  tilted.form(outline('-0.08 -0.8!, -0.12 -1.08!, 0.12 -1.08!, 0.08 -0.8!'), shaded(wood, 0.3), FLAT)
  tilted.form(rectangle(-0.18, 0.68, 0.36, 0.07, 0.02), neck, FLAT)
  for (const x of [-0.03, 0, 0.03]) tilted.detail(rectangle(x - 0.006, -0.82, 0.012, 1.52), hex('f6e9cf'))
  for (const y of [-1.03, -0.94, -0.85])
    tilted.both((side) => side.detail(ellipse(0.14, y, 0.035, 0.025), neck))
}

/** A camp fire. */
export const campfire: Motif = (pen, { main, random }) => {
  const flame = main ?? hex('f0642e')
  const sway = random.between(-0.1, 0.1)
  pen.form(
    outline([
      [sway, -1, 1],
      [0.3, -0.4],
      [0.52, -0.3, 1],
      [0.64, 0.3],
      [0.34, 0.72],
      [0, 0.78],
      [-0.34, 0.72],
      [-0.62, 0.3],
      [-0.44, -0.42, 1],
      [-0.26, -0.2],
    ]),
    flame,
  )
  pen.form(
    outline([
      [sway * 0.4, -0.36, 1],
      [0.28, 0.06],
      [0.36, 0.44],
      [0, 0.76],
      [-0.36, 0.44],
      [-0.24, 0.02],
    ]),
    hex('f9a83a'),
    FLAT,
  )
  pen.form(outline('0.02 0.1!, 0.18 0.38, 0.12 0.66, 0 0.74, -0.14 0.64, -0.16 0.4'), hex('fde28a'), FLAT)
  pen.band('-0.72 0.98, 0 0.8, 0.7 0.64', 0.2, hex('6b432c'), FLAT)
  pen.band('0.72 0.98, 0 0.8, -0.7 0.64', 0.2, hex('7f5136'), FLAT)
  pen.both((side) => side.mark(ellipse(0.7, 0.98, 0.07, 0.09), hex('d9ad78')))
}

/** A wrapped present. */
export const gift: Motif = (pen, { main, palette }) => {
  const paper = main ?? palette.accents[2]
  const bow = main === null ? palette.accents[0] : lit(main, 0.6)
  pen.form(rectangle(-0.76, -0.12, 1.52, 1.12, 0.04), paper)
  pen.form(rectangle(-0.15, -0.12, 0.3, 1.12), bow, FLAT)
  pen.form(rectangle(-0.9, -0.36, 1.8, 0.34, 0.06), lit(paper, 0.2))
  pen.form(rectangle(-0.17, -0.36, 0.34, 0.34), lit(bow, 0.12), FLAT)
  pen.both((side) => {
    side.form(outline('0.04 -0.4!, 0.3 -0.84, 0.7 -0.82, 0.64 -0.5, 0.3 -0.38'), bow)
    side.mark(leaf([0.1, -0.44], [0.52, -0.66], 0.16), shaded(bow, 0.35))
  })
  pen.form(ellipse(0, -0.44, 0.14, 0.12), shaded(bow, 0.12))
}

/** A ship's anchor. */
export const anchor: Motif = (pen, { main, palette }) => {
  const iron = main ?? mixed(palette.dark, palette.accents[2], 0.45)
  pen.both((side) =>
    side.form(
      outline(
        '0 0.72!, 0.4 0.6, 0.62 0.24!, 0.5 0.26!, 0.76 -0.08!, 0.94 0.34!, 0.8 0.28!, 0.56 0.82, 0 1.02!',
      ),
      iron,
      FLAT,
    ),
  )
  pen.form(rectangle(-0.1, -0.6, 0.2, 1.5, 0.06), iron)
  pen.form(rectangle(-0.5, -0.38, 1, 0.17, 0.08), iron)
  pen.form(annulus(0, -0.78, 0.24, 0.12), iron, FLAT)
}
