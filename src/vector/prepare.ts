import type { Hex } from '../colors/hex'
import { type Drawing, leavesOf } from './drawing'
import { countHairlines } from './hairlines/hairlines'
import { cutHoles, type HoleReport, NO_HOLES } from './holes/cut-holes'
import { arrange, type LayerMode, withMergedContent } from './layers/arrange'
import type { Layer } from './layers/layer'
import { arrangeObjects } from './objects/arrange-objects'
import type { NoObjects } from './objects/find-objects'
import { objectsOf, type PictureObject } from './objects/picture-objects'
import type { LeftOut } from './read/read'
import { readSvg } from './read/read'
import { applyBackground, type BackgroundMode, findBackground } from './steps/background'
import { mapColors, mapPalette, nearEqual } from './steps/colors'
import { colorsOfShape, type PaletteEntry, paletteOf, type Shares, sharesOf } from './steps/palette'
import { INVISIBLE_DISTANCE, unifySimilarColors } from './steps/similar-colors'
import { type PaletteColor, withUses } from './steps/uses'
import { countAnchors } from './write/anchors'
import type { Finish } from './write/finish'
import type { Step } from './write/grid'
import { roundLayers } from './write/round'
import { hasFocus } from './write/shape'
import { chooseStep } from './write/step'
import { writeLayers } from './write/write'

export interface PrepareOptions {
  /** The drawing's size in px. Default: the file's own size. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Default: `merged`. */
  readonly layers?: LayerMode
  /** Default: `keep`. */
  readonly background?: BackgroundMode
  /**
   * `cut` cuts the shapes in the background's color out of those below them, so that the picture looks the same on any background. Default:
   * `keep`.
   */
  readonly holes?: HoleMode
  /**
   * Solid colors closer than this distance in OKLab become one; 0 keeps every color. Up to 0.02, the default, colors are
   * merged only where the change is invisible. Ignored by `as-drawn`, which keeps every color.
   */
  readonly unify?: number
  /** Colors to replace, from old to new, after similar colors have been unified. Includes gradient stops. */
  readonly recolor?: Readonly<Record<Hex, Hex>>
  /** The prompt, from which objects get names if the match is certain. Default: none. */
  readonly prompt?: string
  /** Coordinates are rounded to multiples of this, in px. Default: chosen for each picture. */
  readonly step?: Step
}

/** What happens to shapes in the background's color. */
export type HoleMode = 'keep' | 'cut'

/** What preparing changed in the picture. */
export interface Report {
  readonly shapesIn: number
  /** Number of entries that the layers panel shows in the frame; a group counts as one. */
  readonly layersOut: number
  /** Number of layers in the frame, including those in groups but not the groups: the number that an insert reports. */
  readonly allLayers: number
  /** The entries that the layers panel shows in the frame, from back to front. */
  readonly layers: readonly LayerLabel[]
  /** In mode `objects`, the number of entries that are objects rather than scenery; 0 if none were found, and in other modes. */
  readonly objects: number
  /** In mode `objects`, why there are no objects; null if there are some, and in other modes. */
  readonly noObjects: NoObjects | null
  /** What happened to the shapes in the background's color; all 0 with `keep`. */
  readonly holes: HoleReport
  /** Shapes that others hide, which were dropped; 0 with `as-drawn`. */
  readonly hidden: number
  /** Points on the outlines of all shapes. */
  readonly anchors: number
  /** Size of the texts in bytes of UTF-8. */
  readonly bytesIn: number
  readonly bytesOut: number
  /** The colors with their share of the canvas, largest first. */
  readonly palette: readonly PaletteEntry[]
  /** The palette before `recolor`, with what each color is used for. */
  readonly original: readonly PaletteColor[]
  /** Content that could not be kept, counted by kind; `hairline`: those that merging closes. */
  readonly leftOut: LeftOut
  /** Number of texts in `leftOut` that are kept as text, but depend on their fonts. */
  readonly liveTexts: number
  /** Coordinates are multiples of this, in px; those of thin shapes are multiples of a finer step. */
  readonly step: Step
}

/** One entry in the layers panel. */
export interface LayerLabel {
  readonly name: string
  /** Its colors, including gradient stops, from back to front. */
  readonly colors: readonly Hex[]
}

/** A picture for Figma's canvas that needs further steps after the import. */
export interface ForCanvas {
  readonly svg: string
  /** The steps after the import, in this order. */
  readonly finish: readonly Finish[]
}

/** A picture ready for the canvas: SVG that uses only features that Figma's import keeps, unless `forCanvas` replaces it. Sizes in px. */
export interface Prepared {
  readonly svg: string
  /** Inserted instead of `svg` if that has masks, blend modes, images, text, or a gradient with a focus. */
  readonly forCanvas?: ForCanvas
  readonly width: number
  readonly height: number
  /** Whether the first layer is a rectangle as large as the canvas, whose paint becomes the frame's fill. */
  readonly frameFill: boolean
  /**
   * In mode `objects`, the objects and the scenery, from back to front (`withoutObjects` removes some). Empty if none were found, and in
   * other modes.
   */
  readonly objects: readonly PictureObject[]
  readonly report: Report
}

/** The stages of `prepare`, in order. */
export type Stage = 'reading' | 'colors' | 'layers' | 'writing'

/** Turns an SVG text into few, well-named layers that Figma imports without loss. Throws VectorError. */
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
    holes: holeMode = 'keep',
    unify = INVISIBLE_DISTANCE,
    recolor = {},
    prompt = '',
    step: forced,
  }: PrepareOptions = {},
): Generator<Stage, Prepared, void> {
  yield 'reading'
  const { drawing: read, leftOut } = readSvg(text, size)
  yield 'colors'
  const { drawing: whole, report: holes } =
    holeMode === 'cut' ? withoutHoles(read, unify) : { drawing: read, report: NO_HOLES }
  const { drawing, index } = applyBackground(whole, background)
  const frameFill = background === 'frame' && index === 0
  const shares = sharesOf(drawing)
  const replacements = new Map(Object.entries(recolor))
  const unified = mode === 'as-drawn' ? drawing : unifyColors(drawing, shares, unify)
  const colored = mapColors(unified, replacements)
  yield 'layers'
  const { layers, noObjects } = arrangeAll(colored, { mode, index, frameFill, prompt })
  const inFrame = layers.slice(frameFill ? 1 : 0)
  const { width, height } = drawing
  const hairlines = countHairlines({ width, height, shapes: layers.flatMap(({ shapes }) => shapes) })
  yield 'writing'
  const used = new Set(layers.flatMap(({ shapes }) => leavesOf(shapes).flatMap(colorsOfShape)))
  const palette = paletteOf(unified, shares).filter(({ color }) => used.has(replacements.get(color) ?? color))
  const step = forced ?? chooseStep({ ...colored, shapes: leavesOf(colored.shapes) })
  const rounded = roundLayers(layers, step)
  const layered = { width, height, layers: rounded }
  let prefix: string | undefined
  // Most pictures have no ids.
  const idPrefix = () => {
    prefix ??= `ink${fingerprint(text)}-`
    return prefix
  }
  const { svg } = writeLayers(layered, { idPrefix })
  const needsMore = rounded.some(({ shapes }) => shapes.some((shape) => shape.content || hasFocus(shape)))
  const canvas = needsMore ? writeLayers(layered, { idPrefix, target: 'canvas' }) : null
  const objects = objectsOf(layered)
  return {
    svg,
    ...(canvas && canvas.svg !== svg && { forCanvas: canvas }),
    width,
    height,
    frameFill,
    objects,
    report: {
      shapesIn: read.shapes.length,
      layersOut: inFrame.length,
      allLayers: inFrame.reduce((sum, { shapes }) => sum + shapes.length, 0),
      layers: inFrame.map(labelOf),
      objects: objects.filter(({ isScenery }) => !isScenery).length,
      noObjects,
      holes,
      hidden: colored.shapes.length - layers.reduce((sum, { count }) => sum + count, 0),
      anchors: countAnchors(rounded),
      bytesIn: byteLength(text),
      bytesOut: byteLength(svg),
      palette: mapPalette(palette, replacements),
      original: withUses(palette, unified, frameFill),
      leftOut: hairlines > 0 ? { ...leftOut, hairline: hairlines } : leftOut,
      liveTexts: canvas ? canvas.finish.filter((step) => 'text' in step).length : 0,
      step,
    },
  }
}

/** Cuts holes for shapes in the background's color, or in a color that looks the same. */
function withoutHoles(drawing: Drawing, unify: number): ReturnType<typeof cutHoles> {
  const background = findBackground(drawing)
  if (!background) return { drawing, report: NO_HOLES }
  return cutHoles(drawing, background.index, unifyColors(drawing, sharesOf(drawing), unify))
}

/** Unifies colors where the change is invisible; with a larger `unify`, also where it is visible. */
function unifyColors(drawing: Drawing, shares: Shares, unify: number): Drawing {
  const first = unifySimilarColors(drawing, paletteOf(drawing, shares), Math.min(unify, INVISIBLE_DISTANCE))
  return unify <= INVISIBLE_DISTANCE
    ? first
    : mapColors(first, nearEqual(first, paletteOf(first, shares), unify))
}

const labelOf = ({ name, shapes }: Layer): LayerLabel => ({
  name,
  colors: [...new Set(leavesOf(shapes).flatMap(colorsOfShape))],
})

interface Arrangement {
  readonly mode: LayerMode
  /** Index of the background; −1 if there is none. */
  readonly index: number
  readonly frameFill: boolean
  readonly prompt: string
}

/** With a frame, the background in its own layer counts as an object, too. */
const FRAME = { number: -1, isScenery: true }

/** With a frame, keeps the background in a layer of its own, even if other shapes have its color, because it becomes the frame's fill. */
function arrangeAll(
  drawing: Drawing,
  { mode, index, frameFill, prompt }: Arrangement,
): { readonly layers: Layer[]; readonly noObjects: NoObjects | null } {
  const [canvas, ...shapes] = drawing.shapes
  const background = frameFill ? -1 : index
  const below = frameFill && canvas ? arrange({ ...drawing, shapes: [canvas] }, 'as-drawn', 0) : []
  const above = frameFill ? { ...drawing, shapes } : drawing
  if (mode !== 'objects') return { layers: [...below, ...arrange(above, mode, background)], noObjects: null }
  const objects = arrangeObjects(withMergedContent(above), { background, prompt })
  const frame = below.map((layer) => ({ ...layer, object: FRAME }))
  return Array.isArray(objects)
    ? { layers: [...frame, ...objects], noObjects: null }
    : { layers: [...below, ...arrange(above, 'merged', background)], noObjects: objects }
}

/**
 * Returns the length in UTF-8. Not TextEncoder, which is not part of the language, and not a regular expression, which is slow on the first
 * long text.
 */
function byteLength(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // A surrogate pair takes four bytes, two for each unit.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

/** FNV-1a, 32 bits, base 36: the same picture always gets the same ids, and different pictures get different ids. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
