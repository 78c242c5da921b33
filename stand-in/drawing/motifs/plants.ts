import { hex, lit, mixed, type Rgb, shaded } from '../colour'
import { type Point, placed } from '../geometry/path'
import { ellipse, leaf, pebble } from '../geometry/shapes'
import { outline, polygon, symmetric } from '../geometry/smooth'
import type { Motif, Pen } from '../pen'

const BARK = hex('7a5238')

/** A leafy tree with a round crown. */
export const tree: Motif = (pen, { main, random, palette }) => {
  const crown = main ?? mixed(palette.leaf, shaded(palette.leaf, 0.4), random.between(0, 0.5))
  pen.band('0 1.02, 0.02 0.5, 0 0.1', (along) => 0.24 - 0.12 * along, BARK)
  pen.band('0.01 0.5, 0.2 0.24, 0.34 0.04', (along) => 0.1 - 0.05 * along, BARK)
  pen.band('0 0.42, -0.18 0.2, -0.28 0', (along) => 0.09 - 0.04 * along, BARK)
  const clumps: readonly (readonly [number, number, number])[] = [
    [0.4, -0.1, 0.4],
    [-0.42, -0.08, 0.4],
    [0.22, -0.54, 0.42],
    [-0.24, -0.52, 0.42],
    [0, -0.24, 0.46],
  ]
  clumps.forEach(([x, y, r], index) => {
    pen.form(pebble(x, y, r, r * 0.92, 0.07, random.next, 8), mixed(shaded(crown, 0.26), crown, index / 4))
  })
  for (let spot = 0; spot < 9; spot++) {
    const x = random.between(-0.5, 0.42)
    const y = random.between(-0.8, 0)
    pen.mark(leaf([x, y], [x + 0.13, y - 0.07], 0.07), lit(crown, 0.28))
  }
}

/** A fir with three or four tiers. */
export const pine: Motif = (pen, { main, random, palette }) => {
  const needles = main ?? shaded(mixed(palette.leaf, hex('2f6b5a'), 0.5), random.between(0, 0.25))
  pen.form(outline('-0.09 0.6!, 0.09 0.6!, 0.12 1.02!, -0.12 1.02!'), BARK)
  const tiers = random.whole(3, 4)
  for (let tier = tiers - 1; tier >= 0; tier--) {
    const top = -1 + (tier * 1.22) / tiers
    const bottom = -0.98 + ((tier + 1) * 1.72) / tiers
    const half = 0.26 + (0.36 * (tier + 1)) / tiers
    const skirt = symmetric([
      [0, top, 1],
      [half * 0.42, (top + bottom) / 2 + 0.04],
      [half, bottom, 1],
      [half * 0.62, bottom + 0.05],
      [half * 0.3, bottom - 0.02],
      [0, bottom + 0.07],
    ])
    pen.form(skirt, mixed(needles, lit(needles, 0.3), (tiers - tier) / (tiers + 2)))
  }
}

/** A palm leaning to one side. */
export const palm: Motif = (pen, { main, random, palette }) => {
  const fronds = main ?? mixed(palette.leaf, hex('3f9a5c'), 0.4)
  const trunk: Point[] = [
    [-0.12, 1.02],
    [-0.04, 0.4],
    [0.12, -0.36],
  ]
  const width = (along: number): number => 0.2 - 0.1 * along
  pen.band(trunk, width, hex('a67a4f'))
  for (let ring = 0.08; ring < 0.95; ring += 0.12)
    pen.bandPart(trunk, width, ring, ring + 0.035, hex('7c5836'))
  for (const [dx, dy] of random.shuffled<readonly [number, number]>([
    [0.9, 0.1],
    [0.74, -0.42],
    [0.22, -0.62],
    [-0.4, -0.6],
    [-0.84, -0.3],
    [-0.8, 0.26],
    [0.62, 0.42],
  ])) {
    const tip: Point = [0.12 + dx, -0.38 + dy + 0.14]
    pen.form(
      outline([
        [0.12, -0.4, 1],
        [0.12 + dx * 0.5, -0.42 + dy * 0.62 - 0.14],
        [...tip, 1],
        [0.12 + dx * 0.5, -0.32 + dy * 0.58],
      ]),
      mixed(fronds, shaded(fronds, 0.4), random.between(0, 0.8)),
    )
  }
  for (const [x, y] of [
    [0.06, -0.28],
    [0.2, -0.26],
  ] as const)
    pen.form(ellipse(x, y, 0.08, 0.085), hex('8a5a34'))
}

/** A flower on its stem; daisy, tulip or poppy by chance. */
export const flower: Motif = (pen, look) => {
  const { random, palette } = look
  const stem = palette.leaf
  const sway = random.between(-0.12, 0.12)
  pen.band(
    [
      [0, 1.04],
      [sway, 0.4],
      [0, -0.3],
    ],
    0.07,
    stem,
    { round: false },
  )
  pen.form(leaf([sway * 0.6, 0.74], [0.5, 0.26], 0.24, 0.04), stem)
  pen.form(leaf([sway * 0.6, 0.86], [-0.5, 0.46], 0.24, -0.04), shaded(stem, 0.2))
  const petals = look.main ?? random.pick(palette.accents)
  const bloom = pen.at(placed(0, -0.4, 0.56))
  random.pick([daisyHead, tulipHead, roseHead])(bloom, petals)
}

/** A blossom alone, seen from the front. */
export const blossom: Motif = (pen, { main, random, palette }) => {
  random.pick([daisyHead, daisyHead, roseHead])(
    pen.at(placed(0, 0, 0.92)),
    main ?? random.pick(palette.accents),
  )
}

/** A sunflower on its stem. */
export const sunflower: Motif = (pen, { main, palette }) => {
  pen.band('0 1.04, 0.06 0.5, 0 -0.2', 0.09, palette.leaf, { round: false })
  pen.form(leaf([0.04, 0.7], [0.56, 0.3], 0.3, 0.05), palette.leaf)
  pen.form(leaf([0.04, 0.86], [-0.52, 0.5], 0.3, -0.05), shaded(palette.leaf, 0.2))
  const petals = main ?? hex('f6bd38')
  const head = pen.at(placed(0, -0.38, 0.62))
  for (const [count, reach, colour] of [
    [18, 1.02, shaded(petals, 0.16)],
    [14, 0.9, petals],
  ] as const) {
    for (let index = 0; index < count; index++) {
      const angle = (index / count) * 2 * Math.PI + (count === 14 ? 0.12 : 0)
      head.form(
        leaf(
          [Math.cos(angle) * 0.4, Math.sin(angle) * 0.4],
          [Math.cos(angle) * reach, Math.sin(angle) * reach],
          0.27,
        ),
        colour,
        { round: false },
      )
    }
  }
  head.form(ellipse(0, 0, 0.5, 0.5), hex('6b4226'))
  for (let seed = 0; seed < 34; seed++) {
    // The golden angle packs seeds as sunflowers do.
    const angle = seed * 2.39996
    const reach = 0.075 * Math.sqrt(seed + 0.6)
    head.mark(ellipse(Math.cos(angle) * reach, Math.sin(angle) * reach, 0.028, 0.028), hex('a86e35'))
  }
}

/** A sprig with paired leaves, rooted at y = 1. */
export const sprig: Motif = (pen, { main, random, palette }) => {
  const green = main ?? palette.leaf
  const bend = random.between(0.1, 0.3)
  const at = (t: number): Point => [bend * Math.sin(t * 1.6), 1 - 1.85 * t]
  pen.line([at(0), at(0.35), at(0.7), at(1)], 0.05, shaded(green, 0.3), () => 0.05)
  for (let pair = 0; pair < 5; pair++) {
    const t = 0.22 + pair * 0.155
    const [x, y] = at(t)
    const reach = 0.56 - 0.07 * Math.abs(pair - 1)
    pen.form(leaf([x, y], [x + reach * 0.86, y - reach * 0.56], reach * 0.44, 0.03), green)
    pen.form(
      leaf([x, y + 0.05], [x - reach * 0.86, y - reach * 0.5], reach * 0.44, -0.03),
      shaded(green, 0.16),
    )
  }
  const [x, y] = at(0.96)
  pen.form(leaf([x, y + 0.02], [x + 0.06, y - 0.46], 0.2), lit(green, 0.14))
}

/** One broad leaf with its veins. */
export const broadLeaf: Motif = (pen, { main, palette }) => {
  const green = main ?? palette.leaf
  pen.band('0 1, 0.02 0.7, 0 0.4', 0.07, shaded(green, 0.4), { round: false })
  const blade = symmetric('0 -1!, 0.3 -0.62, 0.58 -0.08, 0.48 0.42, 0.16 0.66, 0 0.68!')
  pen.form(blade, green)
  pen.markWithin(blade, polygon('0 -1.2, 0.9 -1.2, 0.9 0.9, 0 0.9'), shaded(green, 0.13))
  const vein = lit(green, 0.42)
  pen.line('0 0.66, 0 0, 0 -0.86', 0.045, vein)
  for (const y of [0.4, 0.14, -0.12, -0.38]) {
    pen.both((side) =>
      side.line(
        [
          [0, y],
          [0.2, y - 0.14],
          [0.36 - 0.1 * Math.abs(y), y - 0.34],
        ],
        0.03,
        vein,
      ),
    )
  }
}

/** A toadstool with a spotted cap. */
export const mushroom: Motif = (pen, { main }) => {
  const cap = main ?? hex('d94b3d')
  pen.form(symmetric('0 -0.06!, 0.2 0, 0.2 0.5, 0.3 0.96, 0 1.02'), hex('f7ead2'))
  pen.mark(symmetric('0 0.1, 0.28 0.08, 0.3 0.2, 0 0.28'), hex('e2cfae'))
  const dome = symmetric('0 -0.92, 0.5 -0.76, 0.84 -0.26, 0.86 0.04, 0.5 0.14, 0 0.17')
  pen.form(dome, cap)
  for (const [x, y, rx, ry] of [
    [0.02, -0.56, 0.17, 0.14],
    [-0.46, -0.3, 0.14, 0.15],
    [0.46, -0.28, 0.15, 0.15],
    [0, -0.1, 0.11, 0.09],
    [-0.72, -0.02, 0.1, 0.08],
    [0.74, 0, 0.09, 0.07],
    [-0.28, -0.7, 0.07, 0.06],
  ] as const) {
    pen.markWithin(dome, ellipse(x, y, rx, ry), hex('fff4e2'))
  }
}

/** A columnar cactus with two arms and a blossom. */
export const cactus: Motif = (pen, { main, palette }) => {
  const green = main ?? mixed(palette.leaf, hex('4f9a6a'), 0.5)
  pen.band('0.2 0.3, 0.56 0.28, 0.62 -0.2', 0.22, green)
  pen.band('-0.2 0.54, -0.56 0.5, -0.6 0.06', 0.22, shaded(green, 0.1))
  pen.band('0 1.04, 0 0, 0 -0.76', 0.44, green)
  for (const x of [-0.12, 0, 0.12])
    pen.line(
      [
        [x, 0.98],
        [x, 0],
        [x, -0.74 + Math.abs(x)],
      ],
      0.028,
      shaded(green, 0.32),
    )
  pen.line('0.64 0.1, 0.64 -0.16', 0.025, shaded(green, 0.32))
  daisyHead(pen.at(placed(0, -0.98, 0.2)), palette.accents[0])
}

/** A few blades of grass. */
export const grass: Motif = (pen, { main, random, palette }) => {
  const green = main ?? shaded(palette.leaf, 0.15)
  for (const [x, tip] of [
    [-0.3, -0.75],
    [-0.14, -0.3],
    [0.02, 0.06],
    [0.16, 0.4],
    [0.3, 0.8],
  ] as const) {
    const top = random.between(-0.7, 0.2)
    pen.form(
      leaf([x, 1.05], [tip, top], 0.17, 0.05 * Math.sign(tip)),
      mixed(green, lit(green, 0.3), random.next()),
      { round: false },
    )
  }
}

function daisyHead(pen: Pen, petals: Rgb): void {
  for (let index = 0; index < 10; index++) {
    const angle = (index / 10) * 2 * Math.PI
    pen.form(
      leaf([Math.cos(angle) * 0.16, Math.sin(angle) * 0.16], [Math.cos(angle), Math.sin(angle)], 0.46),
      index % 2 === 0 ? petals : lit(petals, 0.2),
      { round: false },
    )
  }
  pen.form(ellipse(0, 0, 0.27, 0.27), hex('f7c544'))
}

function tulipHead(pen: Pen, petals: Rgb): void {
  pen.form(symmetric('0 -0.9!, 0.3 -0.4, 0.3 0.3, 0 0.62'), shaded(petals, 0.16))
  pen.both((side) =>
    side.form(outline('0.66 -0.82!, 0.7 -0.1, 0.5 0.44, 0 0.68!, 0.02 0.1, 0.28 -0.4'), petals),
  )
}

function roseHead(pen: Pen, petals: Rgb): void {
  for (const [count, reach, size, tone] of [
    [6, 0.58, 0.42, 0.18],
    [5, 0.34, 0.36, 0.02],
    [3, 0.14, 0.26, -0.22],
  ] as const) {
    for (let index = 0; index < count; index++) {
      const angle = (index / count) * 2 * Math.PI + reach * 3
      const colour = tone > 0 ? shaded(petals, tone) : lit(petals, -tone)
      pen.form(
        ellipse(Math.cos(angle) * reach, Math.sin(angle) * reach, size, size * 0.82, angle + 1.57),
        mixed(colour, lit(petals, 0.2), (index % 2) * 0.35),
      )
    }
  }
  pen.mark(ellipse(0, 0, 0.12, 0.12), shaded(petals, 0.35))
}
