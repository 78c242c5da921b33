import { lit, mixed, type Rgb, shaded } from '../colour'
import { annulus, ellipse, leaf, rectangle, sector } from '../geometry/shapes'
import { polygon } from '../geometry/smooth'
import { layer, type Setup, type Stage } from './stage'

/** For prompts without a known word: one of five compositions of plain shapes, chosen by the seed. */
export function composeAbstract(stage: Stage): Setup {
  const { palette, random, width, height, brief } = stage
  const colours = swatches(stage)
  const ground = brief.ground ?? palette.light
  random.pick([drawTiles, drawWaves, drawBloom, drawOrbits, drawArches])(stage, colours)
  return { ground, groundFade: null, focus: [width / 2, height / 2] }
}

function swatches({ palette, brief }: Stage): Rgb[] {
  const [one, two, three] = palette.accents
  const asked = brief.colours.flatMap((colour) => [colour, lit(colour, 0.45)])
  return [...asked, one, two, three, palette.leaf, palette.dark, lit(two, 0.5), lit(three, 0.4)]
}

/** Quarter circles, halves and rings on a square grid. */
function drawTiles({ pen, width, height, unit, random, palette }: Stage, colours: readonly Rgb[]): void {
  const columns = Math.round((width / unit) * 5)
  const side = width / columns
  const rows = Math.round(height / side)
  const rise = height / rows
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * side, row * rise]
      const [back, front, third] = random.shuffled(colours) as [Rgb, Rgb, Rgb]
      pen.form(rectangle(x, y, side, rise), random.chance(0.3) ? lit(palette.light, 0.2) : back, {
        round: false,
      })
      const corner = random.whole(0, 3)
      const cx = x + (corner % 2) * side
      const cy = y + Math.floor(corner / 2) * rise
      const from = [0, Math.PI / 2, -Math.PI / 2, Math.PI][corner] ?? 0
      const kind = random.whole(0, 5)
      if (kind === 0) {
        for (const [reach, colour] of [
          [1, front],
          [0.68, third],
          [0.36, back],
        ] as const)
          pen.form(sector(cx, cy, 0, side * reach, from, from + Math.PI / 2), colour, { round: false })
      } else if (kind === 1)
        pen.form(sector(cx, cy, 0, side, from, from + Math.PI / 2), front, { round: false })
      else if (kind === 2) {
        pen.form(ellipse(x + side / 2, y + rise / 2, side * 0.38, rise * 0.38), front, { round: false })
        pen.form(ellipse(x + side / 2, y + rise / 2, side * 0.17, rise * 0.17), third, { round: false })
      } else if (kind === 3) {
        pen.form(leaf([x, y], [x + side, y + rise], side * 0.78), front, { round: false })
      } else if (kind === 4) {
        pen.form(sector(x + side / 2, y, 0, side / 2, 0, Math.PI), front, { round: false })
        pen.form(sector(x + side / 2, y + rise / 2, 0, side / 2, 0, Math.PI), third, { round: false })
      } else
        pen.form(
          polygon([
            [x, y + rise],
            [x + side, y + rise],
            [corner % 2 === 0 ? x : x + side, y],
          ]),
          front,
          { round: false },
        )
    }
  }
}

/** Bands that flow across, with a disc rising behind them. */
function drawWaves(stage: Stage, colours: readonly Rgb[]): void {
  const { pen, width, height, unit, random, palette } = stage
  const [disc = palette.accents[0], from = palette.accents[1], to = palette.accents[2]] = colours
  pen.backdrop(rectangle(0, 0, width, height), lit(from, 0.72), { fade: lit(disc, 0.66) })
  const x = width * random.between(0.3, 0.7)
  for (const [reach, share] of [
    [0.34, 0.3],
    [0.27, 0.6],
    [0.2, 1],
  ] as const)
    pen.form(ellipse(x, height * 0.42, unit * reach, unit * reach), mixed(lit(from, 0.7), disc, share), {
      round: false,
    })
  const bands = 9
  for (let band = 0; band < bands; band++) {
    const share = band / (bands - 1)
    const colour =
      share < 0.5 ? mixed(lit(disc, 0.35), from, share * 2) : mixed(from, shaded(to, 0.25), share * 2 - 1)
    const edge = layer(stage, height * (0.4 + 0.57 * share), unit * (0.085 - 0.05 * share), colour, {
      waves: 3 + (band % 3),
    })
    if (band % 2 === 1) continue
    for (let dot = 0; dot < 5 * stage.spread; dot++) {
      const px = random.between(0.03, 0.97) * width
      pen.mark(ellipse(px, edge(px) + unit * 0.035, unit * 0.008, unit * 0.008), lit(colour, 0.5))
    }
  }
}

/** Rings of petals around a centre, with smaller ones beside it in a wide or tall canvas. */
function drawBloom(
  { pen, width, height, unit, random, palette, spread }: Stage,
  colours: readonly Rgb[],
): void {
  pen.backdrop(rectangle(0, 0, width, height), shaded(palette.dark, 0.1), {
    fade: mixed(palette.dark, palette.accents[2], 0.35),
  })
  const wide = width > height
  const count = spread > 1.4 || height / width > 1.4 ? 3 : 1
  for (let index = 0; index < count; index++) {
    const slot = (index + 1) % count
    const x = wide && count > 1 ? (width * (slot + 0.5)) / 3 : width / 2
    const y = !wide && count > 1 ? (height * (slot + 0.5)) / 3 : height / 2
    const reach = unit * (count === 1 ? 0.46 : slot === 1 ? 0.36 : 0.24)
    const petals = random.pick([10, 12, 14, 16])
    const shift = random.whole(0, colours.length - 1)
    for (let ring = 0; ring < 6; ring++) {
      const outer = reach * (1 - ring * 0.145)
      const colour = colours[(ring + shift) % colours.length] ?? palette.accents[0]
      for (let petal = 0; petal < petals; petal++) {
        const angle = ((petal + (ring % 2) / 2) / petals) * 2 * Math.PI
        const at = (away: number): readonly [number, number] => [
          x + Math.cos(angle) * away,
          y + Math.sin(angle) * away,
        ]
        pen.form(
          leaf(at(outer * 0.16), at(outer), outer * (5.4 / petals)),
          mixed(colour, lit(colour, 0.4), petal % 2),
          { round: false },
        )
      }
    }
    pen.form(ellipse(x, y, reach * 0.11, reach * 0.11), palette.accents[1], { round: false })
    pen.form(annulus(x, y, reach * 0.075, reach * 0.05), palette.light, { round: false })
  }
}

/** Large circles, rings and beams that overlap. */
function drawOrbits(
  { pen, width, height, unit, random, palette, spread }: Stage,
  colours: readonly Rgb[],
): void {
  const long = Math.hypot(width, height)
  for (let index = 0; index < 3; index++) {
    const angle = random.between(-0.9, -0.3)
    const [x, y] = [random.between(0.1, 0.9) * width, random.between(0.2, 0.9) * height]
    const [dx, dy] = [Math.cos(angle) * long, Math.sin(angle) * long]
    const half = unit * random.between(0.01, 0.05)
    pen.form(
      polygon([
        [x - dx, y - dy - half],
        [x + dx, y + dy - half],
        [x + dx, y + dy + half],
        [x - dx, y - dy + half],
      ]),
      lit(colours[index] ?? palette.accents[0], 0.55),
      { round: false },
    )
  }
  const count = Math.round(7 * spread)
  for (let index = 0; index < count; index++) {
    const x = ((index + random.between(0.2, 0.8)) / count) * width
    const y = random.between(0.18, 0.82) * height
    const reach = unit * random.between(0.06, 0.24)
    const colour = colours[index % colours.length] ?? palette.accents[0]
    pen.form(ellipse(x, y, reach, reach), colour, {
      fade: mixed(colour, lit(colour, 0.5), 0.8),
      round: false,
    })
    if (index % 2 === 0) pen.form(annulus(x, y, reach * 1.3, reach * 1.24), palette.dark, { round: false })
    const turn = random.between(0, 6)
    pen.form(sector(x, y, 0, reach * 0.78, turn, turn + Math.PI), mixed(colour, palette.dark, 0.22), {
      round: false,
    })
    const moon = random.between(0, 6)
    pen.form(
      ellipse(x + Math.cos(moon) * reach * 1.27, y + Math.sin(moon) * reach * 1.27, unit * 0.02, unit * 0.02),
      random.pick(colours),
      { round: false },
    )
  }
}

/** Nested arches standing in rows, some turned upside down. */
function drawArches({ pen, width, height, unit, random, palette }: Stage, colours: readonly Rgb[]): void {
  const columns = Math.round((width / unit) * 3)
  const side = width / columns
  const rows = Math.max(1, Math.round(height / side))
  const rise = height / rows
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const down = (row + column) % 2 === 1
      const x = (column + 0.5) * side
      const foot = down ? row * rise : (row + 1) * rise
      const order = random.shuffled(colours)
      pen.form(rectangle(column * side, row * rise, side, rise), lit(order[0] ?? palette.light, 0.72), {
        round: false,
      })
      for (let ring = 0; ring < 5; ring++) {
        const reach = side * (0.46 - ring * 0.085)
        const colour = order[(ring + 1) % order.length] ?? palette.accents[0]
        const straight = rise * 0.42
        const top = down ? foot : foot - straight
        pen.form(rectangle(x - reach, top, reach * 2, straight), colour, { round: false })
        const centre = down ? foot + straight - 1 : foot - straight + 1
        pen.form(sector(x, centre, 0, reach, down ? 0 : Math.PI, down ? Math.PI : 2 * Math.PI), colour, {
          round: false,
        })
      }
    }
  }
}
