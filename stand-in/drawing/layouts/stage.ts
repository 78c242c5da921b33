import { mixed, type Rgb } from '../colour'
import { placed } from '../geometry/path'
import { type Knot, outline } from '../geometry/smooth'
import { SUBJECTS, type Subject } from '../motifs'
import type { Palette } from '../palette'
import type { Motif, Pen } from '../pen'
import type { Brief, WantedSubject } from '../prompt'
import type { Random } from '../random'

/** What every layout works with. Units are those of the view box, whose long side is 2048. */
export interface Stage {
  readonly pen: Pen
  readonly brief: Brief
  readonly palette: Palette
  readonly random: Random
  readonly width: number
  readonly height: number
  /** The shorter side: things are sized by it. */
  readonly unit: number
  /** How many things of the shorter side's size fit next to each other, at least 1. */
  readonly spread: number
}

/** What a layout decides besides its shapes. */
export interface Setup {
  readonly ground: Rgb
  readonly groundFade: Rgb | null
  readonly focus: readonly [number, number]
}

/** Draws a motif at a place; `size` is half its height. */
export function put(
  stage: Stage,
  motif: Motif,
  x: number,
  y: number,
  size: number,
  options: {
    readonly main?: Rgb | null
    readonly turn?: number
    readonly mirror?: boolean
    readonly label?: string
  } = {},
): void {
  const { pen, palette, random } = stage
  const { main = null, turn = 0, mirror = false, label = `${x.toFixed(1)},${y.toFixed(1)}` } = options
  const place = pen.at(placed(x, y, size, turn))
  motif(mirror ? place.at([-1, 0, 0, 1, 0, 0]) : place, { palette, random: random.fork(label), main })
}

/** The catalogue's entry of a wanted thing. */
export function subjectOf(wanted: WantedSubject): Subject {
  return SUBJECTS[wanted.name]
}

/** Every wanted thing, as often as it is wanted, the first named first; at most `most` in all. */
export function individuals(subjects: readonly WantedSubject[], most: number): WantedSubject[] {
  return subjects.flatMap((wanted) => Array.from({ length: wanted.count }, () => wanted)).slice(0, most)
}

/** Land or water from a wavy upper edge down to the canvas's lower edge. */
export function layer(
  stage: Stage,
  y: number,
  swing: number,
  colour: Rgb,
  options: { readonly fade?: Rgb; readonly waves?: number; readonly until?: number } = {},
): (x: number) => number {
  const { pen, width, height, random, spread } = stage
  const waves = options.waves ?? Math.round(3 + spread)
  const heights = Array.from({ length: waves + 1 }, () => y + random.between(-swing, swing))
  const bottom = options.until ?? height + 20
  const knots = heights.map((edge, index): Knot => [-30 + ((width + 60) * index) / waves, edge])
  const path = outline([
    [-30, bottom, 1],
    ...knots.map((knot, index): Knot => (index === 0 || index === waves ? [knot[0], knot[1], 1] : knot)),
    [width + 30, bottom, 1],
  ])
  pen.backdrop(path, colour, options.fade === undefined ? {} : { fade: options.fade })
  return (x) => {
    const place = Math.max(0, Math.min(waves - 1e-6, ((x + 30) / (width + 60)) * waves))
    const index = Math.floor(place)
    const share = place - index
    const ease = share * share * (3 - 2 * share)
    return (heights[index] ?? y) * (1 - ease) + (heights[index + 1] ?? y) * ease
  }
}

/** A colour as seen from afar: mixed with the sky's. */
export function hazy(stage: Stage, colour: Rgb, amount: number): Rgb {
  return mixed(colour, stage.palette.sky[1], amount)
}
