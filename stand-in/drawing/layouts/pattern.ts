import { distance, lit, mixed, type Rgb, shaded } from '../colour'
import { ellipse, leaf, sparkle } from '../geometry/shapes'
import { SUBJECTS } from '../motifs'
import { blossom, sprig } from '../motifs/plants'
import type { WantedSubject } from '../prompt'
import { put, type Setup, type Stage, subjectOf } from './stage'

const DEFAULT_SUBJECTS: readonly WantedSubject[] = [
  { name: 'leaf', colour: null, count: 1 },
  { name: 'flower', colour: null, count: 1 },
]

/** Staggered rows of the named things, turned this way and that, with small plants and dots between them. */
export function composePattern(stage: Stage): Setup {
  const { brief, palette, random, width, height, unit, pen } = stage
  const ground = brief.ground ?? brief.colours[0] ?? palette.ground
  const wanted = brief.subjects.length > 0 ? brief.subjects : DEFAULT_SUBJECTS
  const columns = Math.max(3, Math.round((width / unit) * 3.4))
  const step = width / columns
  const rows = Math.max(3, Math.round(height / (step * 0.92)))
  const rise = height / rows
  let turn = 0
  for (let row = -1; row <= rows; row++) {
    for (let column = -1; column <= columns; column++) {
      const shift = row % 2 === 0 ? 0.25 : 0.75
      const x = (column + shift) * step
      const y = (row + 0.5) * rise
      turn += 1
      const subject = wanted[((turn % wanted.length) + wanted.length) % wanted.length]
      if (subject === undefined) continue
      const { draw, emblem, half } = subjectOf(subject)
      const colour =
        subject.colour ??
        (isFigure(subject)
          ? null
          : onGround(ground, palette.accents[Math.abs(row + column * 2) % 3] ?? palette.leaf))
      put(stage, emblem ?? draw, x, y, (step * 0.31) / Math.max(1, half * 0.9), {
        main: colour,
        turn: random.between(-0.45, 0.45),
        label: `p${row},${column}`,
      })
      drawFiller(stage, x + step / 2, y + rise * random.between(-0.06, 0.06), step, ground, row + column)
    }
  }
  for (let row = 0; row <= rows * 2; row++) {
    for (let column = 0; column <= columns * 2; column++) {
      if ((row + column) % 2 === 0) continue
      const x = (column + 0.1) * step * 0.5
      const y = row * rise * 0.5
      pen.mark(ellipse(x, y, step * 0.014, step * 0.014), mixed(ground, random.pick(palette.accents), 0.6))
    }
  }
  return { ground, groundFade: null, focus: [width / 2, height / 2] }
}

/** Animals, buildings and the like have colours of their own; a heart or a leaf takes the palette's. */
function isFigure({ name }: WantedSubject): boolean {
  return (
    SUBJECTS[name].habitat !== 'inside' &&
    name !== 'flower' &&
    name !== 'star' &&
    name !== 'butterfly' &&
    name !== 'fish'
  )
}

function drawFiller(stage: Stage, x: number, y: number, step: number, ground: Rgb, index: number): void {
  const { pen, palette, random } = stage
  const kind = Math.abs(index) % 4
  if (kind === 0)
    put(stage, sprig, x, y, step * 0.15, {
      turn: random.between(0, 6.2),
      main: onGround(ground, palette.leaf),
    })
  else if (kind === 2)
    put(stage, blossom, x, y, step * 0.085, {
      main: onGround(ground, lit(random.pick(palette.accents), 0.2)),
    })
  else if (kind === 1)
    pen.form(sparkle(x, y, step * 0.075), onGround(ground, palette.accents[1]), { round: false })
  else {
    for (const angle of [0.4, 2.5, 4.6]) {
      const reach = step * 0.1
      pen.form(
        leaf([x, y], [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach], reach * 0.5),
        onGround(ground, palette.leaf),
        { round: false },
      )
    }
  }
}

function onGround(ground: Rgb, colour: Rgb): Rgb {
  return distance(ground, colour) > 70 ? colour : shaded(colour, 0.4)
}
