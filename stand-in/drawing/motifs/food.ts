import { hex, lit, mixed, shaded } from '../colour'
import { ellipse, leaf, rectangle } from '../geometry/shapes'
import { outline, polygon, symmetric } from '../geometry/smooth'
import type { Motif } from '../pen'

const FLAT = { round: false }

/** A cup of coffee on its saucer, steaming. */
export const coffee: Motif = (pen, { main, palette }) => {
  const china = main ?? palette.accents[0]
  pen.form(ellipse(0, 0.86, 1.02, 0.16), lit(china, 0.4))
  pen.mark(ellipse(0, 0.83, 0.66, 0.09), shaded(china, 0.2))
  pen.form(
    outline(
      '0.5 -0.06!, 0.94 -0.16, 1.14 0.14, 0.94 0.5, 0.4 0.56!, 0.44 0.42, 0.78 0.38, 0.94 0.14, 0.82 0, 0.52 0.06!',
    ),
    shaded(china, 0.1),
  )
  const cup = symmetric('0 -0.18, 0.7 -0.18!, 0.68 0.2, 0.52 0.62, 0.3 0.84!, 0 0.86')
  pen.form(cup, china)
  pen.markWithin(
    cup,
    outline('-0.8 -0.3!, -0.46 -0.3!, -0.44 0.2, -0.28 0.7, -0.16 0.9!, -0.8 0.9!'),
    lit(china, 0.28),
  )
  pen.form(ellipse(0, -0.18, 0.7, 0.15), lit(china, 0.55), FLAT)
  pen.form(ellipse(0, -0.165, 0.6, 0.11), hex('5b3524'), FLAT)
  pen.mark(symmetric('0 -0.2!, 0.1 -0.23, 0.2 -0.19, 0.12 -0.14, 0 -0.1!'), hex('e7c59d'))
  const steam = mixed(palette.light, palette.backdrop, 0.25)
  for (const [x, top] of [
    [-0.3, -0.84],
    [0.02, -1],
    [0.32, -0.86],
  ] as const) {
    pen.line(
      [
        [x, -0.34],
        [x - 0.11, -0.34 + (top + 0.34) * 0.33],
        [x + 0.09, -0.34 + (top + 0.34) * 0.68],
        [x, top],
      ],
      0.085,
      steam,
    )
  }
}

/** A teapot, spout to the right. */
export const teapot: Motif = (pen, { main, palette }) => {
  const china = main ?? palette.accents[2]
  pen.form(
    outline(
      '-0.6 -0.12!, -1.08 -0.18, -1.16 0.3, -0.66 0.62!, -0.66 0.46, -0.96 0.2, -0.9 -0.02, -0.62 0.04!',
    ),
    shaded(china, 0.14),
  )
  pen.form(
    outline('0.58 0.5!, 0.9 0.1, 1.04 -0.36, 1.26 -0.44!, 1.2 -0.2, 1.06 0.4, 0.6 0.74!'),
    shaded(china, 0.06),
  )
  pen.form(outline('-0.76 0.3, -0.6 -0.2, 0 -0.42, 0.6 -0.2, 0.76 0.3, 0.5 0.86, 0 0.96, -0.5 0.86'), china)
  pen.form(outline('-0.46 -0.3!, -0.3 -0.52, 0 -0.6, 0.3 -0.52, 0.46 -0.3!, 0 -0.22'), lit(china, 0.24))
  pen.form(ellipse(0, -0.68, 0.11, 0.11), palette.accents[1])
  for (const x of [-0.34, 0, 0.34]) {
    pen.mark(ellipse(x, 0.32, 0.1, 0.1), lit(china, 0.7))
    pen.mark(ellipse(x, 0.32, 0.04, 0.04), palette.accents[1])
  }
}

/** An apple with a leaf. */
export const apple: Motif = (pen, { main }) => {
  const skin = main ?? hex('d8433b')
  pen.form(
    outline(
      '0 -0.5!, 0.24 -0.66, 0.62 -0.6, 0.88 -0.14, 0.74 0.5, 0.4 0.92, 0 0.86, -0.4 0.92, -0.74 0.5, -0.88 -0.14, -0.62 -0.6, -0.24 -0.66',
    ),
    skin,
  )
  pen.mark(ellipse(-0.46, -0.16, 0.13, 0.26, 0.4), lit(skin, 0.42))
  pen.band('0.02 -0.48, 0.02 -0.74, 0.14 -0.98', 0.09, hex('6b4226'), FLAT)
  pen.form(leaf([0.08, -0.72], [0.66, -1], 0.3, 0.04), hex('6aa84f'))
}

/** A lemon or orange half beside nothing: a citrus slice. */
export const citrus: Motif = (pen, { main }) => {
  const peel = main ?? hex('f29a2e')
  pen.form(ellipse(0, 0, 0.98, 0.98), peel)
  pen.form(ellipse(0, 0, 0.85, 0.85), lit(peel, 0.75), FLAT)
  for (let index = 0; index < 8; index++) {
    const angle = (index / 8) * 2 * Math.PI + 0.2
    const at = (turn: number, reach: number): readonly [number, number] => [
      Math.cos(angle + turn) * reach,
      Math.sin(angle + turn) * reach,
    ]
    pen.form(
      outline([[...at(0, 0.1), 1], at(-0.34, 0.66), at(-0.2, 0.78), at(0.2, 0.78), at(0.34, 0.66)]),
      mixed(peel, lit(peel, 0.3), index % 2),
      FLAT,
    )
  }
}

/** A cupcake with swirled icing and a cherry. */
export const cupcake: Motif = (pen, { main, random, palette }) => {
  const icing = main ?? random.pick([hex('f4a6bd'), hex('f7d7a8'), hex('b7a2e6')])
  const paper = palette.accents[2]
  const cup = polygon('-0.58 0.16, 0.58 0.16, 0.42 1, -0.42 1')
  pen.form(cup, paper)
  for (const x of [-0.4, -0.2, 0, 0.2, 0.4])
    pen.markWithin(
      cup,
      polygon([
        [x * 1.15 - 0.035, 0],
        [x * 1.15 + 0.035, 0],
        [x * 0.82 + 0.03, 1.2],
        [x * 0.82 - 0.03, 1.2],
      ]),
      lit(paper, 0.35),
    )
  for (const [y, half, tone] of [
    [0.06, 0.74, 0.1],
    [-0.24, 0.56, 0],
    [-0.5, 0.36, -0.15],
  ] as const) {
    pen.form(
      outline([
        [-half, y + 0.12],
        [-half * 0.8, y - 0.14],
        [0, y - 0.26],
        [half * 0.8, y - 0.14],
        [half, y + 0.12],
        [half * 0.6, y + 0.22],
        [0, y + 0.17],
        [-half * 0.6, y + 0.22],
      ]),
      tone > 0 ? shaded(icing, tone) : lit(icing, -tone),
    )
  }
  for (let index = 0; index < 12; index++) {
    const x = random.between(-0.46, 0.46)
    const y = random.between(-0.5, 0.1) + Math.abs(x) * 0.3
    pen.mark(ellipse(x, y, 0.05, 0.018, random.between(0, 3)), random.pick(palette.accents))
  }
  pen.form(ellipse(0, -0.8, 0.15, 0.15), hex('c92f3f'))
  pen.line('0.02 -0.9, 0.1 -1.06, 0.24 -1.14', 0.035, hex('5f7a3a'))
}

/** A scoop or three of ice cream in a cone. */
export const iceCream: Motif = (pen, { main, palette }) => {
  const [one, two, three] =
    main === null ? palette.accents : ([main, lit(main, 0.4), shaded(main, 0.2)] as const)
  const cone = polygon('-0.44 -0.02, 0.44 -0.02, 0 1.06')
  pen.form(cone, hex('e2a95c'), FLAT)
  for (const x of [-0.6, -0.3, 0, 0.3, 0.6]) {
    pen.markWithin(
      cone,
      polygon([
        [x, -0.1],
        [x + 0.05, -0.1],
        [x + 0.5, 1.1],
        [x + 0.45, 1.1],
      ]),
      hex('bd7f3c'),
    )
    pen.markWithin(
      cone,
      polygon([
        [x, -0.1],
        [x + 0.05, -0.1],
        [x - 0.4, 1.1],
        [x - 0.45, 1.1],
      ]),
      hex('bd7f3c'),
    )
  }
  pen.form(ellipse(-0.26, -0.26, 0.34, 0.33), lit(one, 0.25))
  pen.form(ellipse(0.26, -0.26, 0.34, 0.33), lit(three, 0.35))
  pen.form(ellipse(0, -0.64, 0.36, 0.35), lit(two, 0.3))
  pen.mark(ellipse(-0.12, -0.76, 0.1, 0.08, -0.5), lit(two, 0.75))
  pen.form(rectangle(-0.5, -0.06, 1, 0.12, 0.06), hex('d29a4c'), FLAT)
}
