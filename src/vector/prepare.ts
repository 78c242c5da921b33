import type { Hex } from '../colors/hex'
import type { Drawing } from './drawing'
import { arrange, type Layer, type LayerMode } from './layers/arrange'
import type { LeftOut } from './read/read'
import { readSvg } from './read/read'
import { applyBackground, type BackgroundMode } from './steps/background'
import { mapColors, mapPalette, nearEqual } from './steps/colors'
import { colorsOf, type PaletteEntry, paletteOf, type Shares, sharesOf } from './steps/palette'
import { joinUnseen, UNSEEN } from './steps/unseen'
import { type PaletteColor, withUses } from './steps/uses'
import type { Step } from './write/grid'
import { roundLayers } from './write/round'
import { chooseStep } from './write/step'
import { writeSvg } from './write/write'

export interface PrepareOptions {
  /** The drawing's size in px; the file's own where left out. */
  readonly size?: { readonly width: number; readonly height: number }
  /** `merged` where left out. */
  readonly layers?: LayerMode
  /** `keep` where left out. */
  readonly background?: BackgroundMode
  /**
   * Solid colors closer than this in OKLab become one; 0 keeps every color. Up to 0.02, which is the value where left out, only
   * where the change is invisible. `as-drawn` keeps every color and ignores this.
   */
  readonly unify?: number
  /** Colors to be replaced, from and to, after near-equal ones became one; gradient stops included. */
  readonly recolor?: Readonly<Record<Hex, Hex>>
  /** Coordinates are rounded to multiples of it, in px; chosen by the picture where left out. */
  readonly step?: Step
}

/** What was done to the picture. */
export interface Report {
  readonly shapesIn: number
  /** Entries that the list of layers shows in the frame; a group counts as one. */
  readonly layersOut: number
  /** Those entries, the first at the back. */
  readonly layers: readonly LayerLabel[]
  /** Size of the texts in bytes of UTF-8. */
  readonly bytesIn: number
  readonly bytesOut: number
  /** The colors with their shares of the canvas, the largest first. */
  readonly palette: readonly PaletteEntry[]
  /** The same before `recolor`, with what each color is used for. */
  readonly original: readonly PaletteColor[]
  /** What could not be kept, by kind. */
  readonly leftOut: LeftOut
  /** The coordinates are multiples of it, in px; where a shape is thin, of a part of it. */
  readonly step: Step
}

/** One entry of the list of layers. */
export interface LayerLabel {
  readonly name: string
  /** The colors of its paint: one, or a gradient's. */
  readonly colors: readonly Hex[]
}

/** A picture ready for the canvas: an SVG text of the safe subset. Sizes in px. */
export interface Prepared {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** The first layer is a rectangle as large as the canvas, whose paint is to become the frame's own. */
  readonly frameFill: boolean
  readonly report: Report
}

/** The stages of preparing a picture, in order. */
export type Stage = 'reading' | 'colors' | 'layers' | 'writing'

/** What came from the service, as a picture of few and well-named layers that Figma imports without loss. Throws VectorError. */
export function prepare(text: string, options?: PrepareOptions): Prepared {
  const stages = prepareInStages(text, options)
  for (;;) {
    const { done, value } = stages.next()
    if (done) return value
  }
}

/** Like `prepare`, but yields before each stage, so that the caller can report progress or do other work in between. */
export function* prepareInStages(
  text: string,
  {
    size,
    layers: mode = 'merged',
    background = 'keep',
    unify = UNSEEN,
    recolor = {},
    step: forced,
  }: PrepareOptions = {},
): Generator<Stage, Prepared, void> {
  yield 'reading'
  const { drawing: read, leftOut } = readSvg(text, size)
  yield 'colors'
  const { drawing, index } = applyBackground(read, background)
  const frameFill = background === 'frame' && index === 0
  const shares = sharesOf(drawing)
  const replacements = new Map(Object.entries(recolor))
  const even = mode === 'as-drawn' ? drawing : joinColors(drawing, shares, unify)
  const colored = mapColors(even, replacements)
  yield 'layers'
  const layers = frameFill ? arrangeOnFrame(colored, mode) : arrange(colored, mode, index)
  const labels = layers.map(labelOf).slice(frameFill ? 1 : 0)
  yield 'writing'
  const { width, height } = drawing
  const palette = paletteOf(even, shares)
  const step = forced ?? chooseStep(colored)
  const rounded = roundLayers(layers, step)
  const svg = writeSvg({ width, height, layers: rounded }, { idPrefix: `ink${fingerprint(text)}-` })
  return {
    svg,
    width,
    height,
    frameFill,
    report: {
      shapesIn: read.shapes.length,
      layersOut: labels.length,
      layers: labels,
      bytesIn: byteLength(text),
      bytesOut: byteLength(svg),
      palette: mapPalette(palette, replacements),
      original: withUses(palette, even, frameFill),
      leftOut,
      step,
    },
  }
}

/** Joins colors where the change is invisible, and up to `unify` also where it is visible. */
function joinColors(drawing: Drawing, shares: Shares, unify: number): Drawing {
  const unseen = joinUnseen(drawing, paletteOf(drawing, shares), Math.min(unify, UNSEEN))
  return unify <= UNSEEN ? unseen : mapColors(unseen, nearEqual(unseen, paletteOf(unseen, shares), unify))
}

function labelOf({ name, shapes: [first] }: Layer): LayerLabel {
  const paint = first?.fill ?? first?.stroke?.paint
  return { name, colors: paint ? colorsOf(paint) : [] }
}

/** The background apart from all else, however alike other shapes are: it leaves the list of layers. */
function arrangeOnFrame(drawing: Drawing, mode: LayerMode): Layer[] {
  const [canvas, ...shapes] = drawing.shapes
  return [
    ...arrange({ ...drawing, shapes: canvas ? [canvas] : [] }, 'as-drawn', 0),
    ...arrange({ ...drawing, shapes }, mode),
  ]
}

/** In UTF-8. Counted by hand: TextEncoder is no part of the language, and a pattern is slow on its first long text. */
function byteLength(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // A surrogate pair has four bytes, two for each of its units.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** FNV-1a, 32 bits, base 36: the same picture gets the same ids, two pictures different ones. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
