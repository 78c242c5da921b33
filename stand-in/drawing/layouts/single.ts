import { distance, lightness, lit, mixed, type Rgb, shaded } from '../colour'
import { ellipse, pebble, rectangle, sector, sparkle } from '../geometry/shapes'
import { outline, polygon } from '../geometry/smooth'
import { blossom, grass, sprig } from '../motifs/plants'
import { individuals, put, type Setup, type Stage, subjectOf } from './stage'

/** One or a few things on a plain ground, set off by a backdrop shape, with plants or sparkles beside them. */
export function composeSingle(stage: Stage): Setup {
  const { brief, palette, random, width, height, unit } = stage
  const ground = brief.ground ?? brief.colours[0] ?? palette.ground
  const backdrop = contrasting(ground, brief.ground === null ? palette.backdrop : lit(ground, 0.34))
  const wanted = individuals(brief.subjects, Math.round(2 * stage.spread) + 1)
  const outdoors = wanted.some((subject) => subjectOf(subject).habitat === 'ground')
  const portrait = brief.formats.has('portrait') && wanted.length === 1
  const middle = height * (portrait ? 0.52 : 0.5)
  drawBackdrop(stage, backdrop, width / 2, middle)
  const size = unit * (portrait ? 0.37 : outdoors ? 0.32 : 0.28)
  const foot = middle + size * (portrait ? 1 : 1.02)
  if (outdoors && !portrait) drawMound(stage, foot, ground)
  drawCompanions(stage, foot, outdoors, wanted.length, ground)

  const step = wanted.length > 1 ? Math.min(unit * 0.62, (width * 0.86) / wanted.length) : 0
  wanted.forEach((subject, index) => {
    const { draw, emblem, half } = subjectOf(subject)
    const fit =
      wanted.length > 1
        ? Math.min(1, (step * 0.5) / (size * half))
        : Math.min(1, (unit * 0.42) / (size * half))
    const scale = size * fit
    const x = width / 2 + (index - (wanted.length - 1) / 2) * step
    put(stage, portrait ? (emblem ?? draw) : draw, x, portrait ? middle : foot - scale, scale, {
      main: subject.colour,
      mirror: index % 2 === 1,
      label: `${subject.name}${index}`,
    })
  })
  if (outdoors && !portrait) {
    for (const dx of [-0.34, -0.26, 0.28, 0.36]) {
      put(stage, grass, width / 2 + dx * unit, foot + unit * 0.01, unit * random.between(0.035, 0.05))
    }
  }
  return { ground, groundFade: null, focus: [width / 2, middle] }
}

function drawBackdrop(
  { pen, random, unit, width, height, spread }: Stage,
  colour: Rgb,
  x: number,
  y: number,
): void {
  const reach = unit * 0.41
  const fade = mixed(colour, shaded(colour, 0.3), 0.55)
  const kind = random.whole(0, 4)
  if (spread > 1.35) {
    for (const side of [-1, 1]) {
      for (let index = 1; index < spread; index += 0.8) {
        pen.backdrop(
          ellipse(
            x + side * index * unit * 0.52,
            y,
            reach * (0.62 - 0.12 * index),
            reach * (0.62 - 0.12 * index),
          ),
          mixed(colour, lit(colour, 0.5), 0.3 + 0.2 * index),
        )
      }
    }
  }
  if (height > width * 1.35 || kind === 0) {
    const tall = Math.min(height * 0.42, unit * 0.6)
    pen.backdrop(rectangle(x - reach * 0.92, y - tall, reach * 1.84, tall * 1.9, reach * 0.92), colour, {
      fade,
    })
  } else if (kind === 1) {
    pen.backdrop(pebble(x, y, reach * 1.1, reach, 0.08, random.next, 9), colour, { fade })
  } else if (kind === 2) {
    for (let index = 0; index < 18; index++) {
      const from = (index / 18) * 2 * Math.PI
      pen.backdrop(
        sector(x, y, 0, reach * 1.16, from, from + Math.PI / 18),
        mixed(colour, lit(colour, 0.4), 0.4),
      )
    }
    pen.backdrop(ellipse(x, y, reach * 0.86, reach * 0.86), colour, { fade })
  } else {
    pen.backdrop(ellipse(x, y, reach * 1.08, reach * 1.08), mixed(colour, lit(colour, 0.6), 0.55))
    pen.backdrop(ellipse(x, y, reach * 0.95, reach * 0.95), colour, { fade })
  }
}

function drawMound({ pen, width, unit, palette }: Stage, foot: number, ground: Rgb): void {
  const x = width / 2
  const soil = contrasting(ground, shaded(palette.leaf, 0.12))
  const half = unit * 0.46
  const at = (share: number, rise: number): readonly [number, number] => [
    x + half * share,
    foot + unit * rise,
  ]
  pen.form(
    outline([
      [...at(-1, 0.045), 1],
      at(-0.6, -0.03),
      at(0, -0.052),
      at(0.6, -0.03),
      [...at(1, 0.045), 1],
      at(0.6, 0.066),
      at(0, 0.074),
      at(-0.6, 0.066),
    ]),
    soil,
    { round: false },
  )
  pen.mark(
    outline([[...at(-0.86, 0.048), 1], at(0, 0.03), [...at(0.86, 0.048), 1], at(0, 0.068)]),
    shaded(soil, 0.2),
  )
  pen.mark(ellipse(x, foot + unit * 0.006, unit * 0.2, unit * 0.018), shaded(soil, 0.28))
}

function drawCompanions(stage: Stage, foot: number, outdoors: boolean, count: number, ground: Rgb): void {
  const { pen, width, height, unit, spread, random, palette } = stage
  const x = width / 2
  const sides = count > 2 && spread < 1.3 ? [] : [-1, 1]
  const stems = Math.max(2, Math.round(2 * spread))
  for (const side of sides) {
    for (let index = 0; index < stems; index++) {
      const away = 0.37 + index * 0.13 + (count > 1 ? 0.22 * Math.min(spread - 1, 1) : 0)
      const tall = unit * (0.2 - 0.025 * index) * random.between(0.85, 1.1)
      const at = x + side * away * unit
      if (at < unit * 0.05 || at > width - unit * 0.05) continue
      const main = mixed(contrasting(ground, palette.leaf), palette.accents[2], 0.2 * index)
      put(stage, sprig, at, foot + unit * 0.03 - tall * 0.9, tall, {
        turn: side * (0.16 + 0.16 * index),
        main,
        mirror: side < 0,
        label: `sprig${side}${index}`,
      })
    }
  }
  if (!outdoors) {
    pen.mark(
      ellipse(x, foot + unit * 0.004, unit * 0.3, unit * 0.02),
      mixed(palette.backdrop, palette.dark, 0.3),
    )
    for (const side of sides)
      put(stage, blossom, x + side * unit * 0.37, foot - unit * 0.01, unit * 0.045, { label: `bloom${side}` })
  }
  const bits = Math.round(16 * spread * Math.max(1, height / width))
  for (let index = 0; index < bits; index++) {
    const px = random.between(0.04, 0.96) * width
    const py = random.between(0.04, 0.94) * height
    const clear = Math.hypot(
      (px - x) / (unit * (0.46 + 0.2 * (count - 1))),
      (py - height / 2) / (unit * 0.48),
    )
    if (clear < 1) continue
    const colour = random.pick(palette.accents)
    const size = unit * random.between(0.008, 0.016)
    if (index % 3 === 0) pen.form(sparkle(px, py, size * 2.1), colour, { round: false })
    else if (index % 3 === 1) pen.form(ellipse(px, py, size * 0.7, size * 0.7), colour, { round: false })
    else
      pen.form(
        polygon([
          [px, py - size],
          [px + size, py],
          [px, py + size],
          [px - size, py],
        ]),
        mixed(colour, ground, 0.3),
        { round: false },
      )
  }
}

/** The colour itself, or a lighter or darker one where it would be lost on the ground. */
function contrasting(ground: Rgb, colour: Rgb): Rgb {
  if (distance(ground, colour) > 60) return colour
  return lightness(ground) > 0.5 ? shaded(colour, 0.35) : lit(colour, 0.35)
}
