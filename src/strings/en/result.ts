import type { FinishReport } from '../../protocol/finish'
import type { Recipe } from '../../protocol/recipe'
import type { LeftReason } from '../../vector/holes/cutter'
import type { LayerMode } from '../../vector/layers/arrange'
import type { NoObjects } from '../../vector/objects/find-objects'
import type { Report, Stage } from '../../vector/prepare'
import type { BackgroundMode } from '../../vector/steps/background'
import type { PluralForms } from '../format'
import { files } from './files'
import { and, integer, money, percent, plural, priced } from './format'
import { sizeName, styleName } from './names'

/** The finished image. */

const shapes = (number: number) => plural(number, { one: '{n} shape', other: '{n} shapes' })
const layers = (number: number) => plural(number, { one: '{n} layer', other: '{n} layers' })

export const result = {
  ready: (prompt: string) => `The image is ready: ${prompt}`,
  inserting: 'Inserting…',
  insertStopped: 'Not inserted: nothing of it is on the canvas.',
  insertProgress: 'Progress of inserting',
  replace: 'Replace',
  replaceTitle: (layer: string) => `Replace “${layer}”`,
  inserted: (layers: number) =>
    plural(layers, {
      one: 'Inserted on the canvas: {n} layer.',
      other: 'Inserted on the canvas: {n} layers.',
    }),
  edit: 'Edit prompt',
  /** `price`: in US dollars; null if free. */
  variation: (price: number | null) => priced('Variation', price),
  copy: 'Copy SVG',
  notCopied: 'It could not be copied. Save it as a file instead.',
  save: 'Save SVG…',
  preparing: 'Progress of the layers',
  stages: {
    reading: 'Reading the image…',
    colors: 'Reading its colors…',
    layers: 'Arranging the layers…',
    writing: 'Writing the layers…',
  } satisfies Record<Stage, string>,
  layers,
  moreLayers: (number: number) => `and ${integer(number)} more`,
  /** What cannot be kept, what depends on fonts, and what merging closes; empty if nothing. */
  leftOut: leftOutSentences,
}

function leftOutSentences({ leftOut, liveTexts }: Pick<Report, 'leftOut' | 'liveTexts'>): string {
  const { hairline = 0, ...others } = leftOut
  const kinds = Object.entries({ ...others, text: (leftOut.text ?? 0) - liveTexts })
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => plural(number, LEFT_OUT[kind] ?? UNKNOWN))
  return [
    kinds.length > 0 && `Left out: ${and(kinds)}, which Figma cannot show.`,
    liveTexts > 0 &&
      plural(liveTexts, { one: '{n} text depends on its font.', other: '{n} texts depend on their fonts.' }),
    hairline > 0 &&
      plural(hairline, {
        one: 'Merging closes {n} hairline between shapes of one color.',
        other: 'Merging closes {n} hairlines between shapes of one color.',
      }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The image view. */
export const picture = {
  back: { create: 'Back to Create', history: 'Back to History' },
  /** `2 / 4`: visible text and accessible name. */
  position: (at: number, of: number) => `${integer(at)} / ${integer(of)}`,
  positionLabel: (at: number, of: number) => `Image ${integer(at)} of ${integer(of)}`,
  previous: 'Previous image',
  next: 'Next image',
  more: 'More',
  showInHistory: 'Show in History',
  delete: 'Delete',
  /** Number of layers, and number of shapes in the original. */
  facts: ({ shapesIn, allLayers, objects }: Report) => ({
    layers:
      objects > 0
        ? `${plural(objects, { one: '{n} object', other: '{n} objects' })}, ${layers(allLayers)}`
        : layers(allLayers),
    shapes: `from ${shapes(shapesIn)}`,
  }),
  /** How editable the image is. `bound`: number of colors that are bound to the file's variables or styles. */
  counts: ({ anchors, palette, holes, hidden }: Report, bound: number) =>
    [
      plural(anchors, { one: '{n} anchor', other: '{n} anchors' }),
      plural(palette.length, { one: '{n} color', other: '{n} colors' }) +
        (bound > 0 ? ` (${integer(bound)} bound)` : ''),
      holes.cut > 0 && plural(holes.cut, { one: '{n} hole cut', other: '{n} holes cut' }),
      holes.left > 0 && plural(holes.left, { one: '{n} hole not cut', other: '{n} holes not cut' }),
      hidden > 0 && plural(hidden, { one: '{n} hidden shape dropped', other: '{n} hidden shapes dropped' }),
    ]
      .filter(Boolean)
      .join(' · '),
  /** Why some holes were not cut. */
  holesLeft: ({ why }: Report['holes']) =>
    and(Object.entries(why).map(([reason, number]) => plural(number, HOLES_LEFT[reason as LeftReason]))),
  /** `noObjects`: why there are none in mode `objects`. */
  layersHint: ({ layers, noObjects, as }: LayersHint) =>
    `${noObjects ? NO_OBJECTS[noObjects] : layerOptions.layerModes[layers]}, ${AS[as]}`,
  /** Images of the same prompt that are still being drawn. */
  coming: (number: number) =>
    plural(number, { one: 'Drawing {n} more image.', other: 'Drawing {n} more images.' }),
}

const HOLES_LEFT: Readonly<Record<LeftReason, PluralForms>> = {
  stroke: { one: '{n} is or lies on a line', other: '{n} are or lie on lines' },
  group: { one: '{n} lies on a group or image', other: '{n} lie on groups or images' },
  size: { one: '{n} is too complex to cut', other: '{n} are too complex to cut' },
  difference: { one: '{n} would have looked different', other: '{n} would have looked different' },
}

export interface LayersHint {
  readonly layers: LayerMode
  readonly noObjects: NoObjects | null
  readonly as: keyof typeof insertAs.names
}

const NO_OBJECTS: Readonly<Record<NoObjects, string>> = {
  single: 'Merged (only one object)',
  lines: 'Merged (line art, no objects found)',
  texture: 'Merged (texture, no objects found)',
}

const AS = { frame: 'in a frame', component: 'in a component', vector: 'as one vector' }

/** Formats a zoom, where 1 fits the image into the view. */
const zoomNow = (zoom: number) => (zoom === 1 ? 'Fit' : percent(Math.round(zoom * 100) / 100))

export const zoom = {
  view: 'Image: plus and minus zoom, 0 fits, arrows move it',
  in: 'Zoom in',
  out: 'Zoom out',
  now: zoomNow,
  /** The button that resets the zoom. */
  fit: (zoom: number) => (zoom === 1 ? 'Fit' : `${zoomNow(zoom)}, back to fit`),
}

/** The button that shows the original. */
export const compare = 'Hold to see the original'

/** Label on the image while the original is shown. */
export const original = 'Original'

/** Returns what differs between an inserted image and the original; empty if nothing. */
export function finish({ fonts, failed }: FinishReport): string {
  const kinds = Object.entries(failed)
    .filter(([, number]) => number > 0)
    .map(([kind, number]) => plural(number, NOT_DONE[kind as keyof typeof NOT_DONE]))
  return [
    fonts.length > 0 &&
      `Figma does not have ${plural(fonts.length, { one: 'the font', other: 'the fonts' })} ${and(fonts)}, so another one stands in.`,
    kinds.length > 0 && `Figma refused ${and(kinds)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const NOT_DONE: Readonly<Record<keyof FinishReport['failed'], PluralForms>> = {
  mask: { one: '{n} mask, which is a plain layer now', other: '{n} masks, which are plain layers now' },
  blendMode: { one: '{n} blend mode', other: '{n} blend modes' },
  image: {
    one: '{n} image, which is a gray rectangle now',
    other: '{n} images, which are gray rectangles now',
  },
  text: { one: '{n} text, which is missing', other: '{n} texts, which are missing' },
}

/** Content that Figma cannot show, by its name in the report. */
const LEFT_OUT: Readonly<Record<string, PluralForms>> = {
  text: { one: '{n} text', other: '{n} texts' },
  image: { one: '{n} image', other: '{n} images' },
  foreignObject: { one: '{n} web page', other: '{n} web pages' },
  script: { one: '{n} script', other: '{n} scripts' },
  video: { one: '{n} video', other: '{n} videos' },
  audio: { one: '{n} sound', other: '{n} sounds' },
  iframe: { one: '{n} web page', other: '{n} web pages' },
  canvas: { one: '{n} canvas', other: '{n} canvases' },
  animation: { one: '{n} animation', other: '{n} animations' },
  filter: { one: '{n} filter', other: '{n} filters' },
  mask: { one: '{n} mask', other: '{n} masks' },
  pattern: { one: '{n} pattern fill', other: '{n} pattern fills' },
  marker: { one: '{n} arrowhead', other: '{n} arrowheads' },
  'mix-blend-mode': { one: '{n} blend mode', other: '{n} blend modes' },
  paint: { one: '{n} unreadable color', other: '{n} unreadable colors' },
  'clip-path': { one: '{n} unreadable clip', other: '{n} unreadable clips' },
  'color-interpolation': { one: '{n} linear mask', other: '{n} linear masks' },
  'css-rule': { one: '{n} style rule', other: '{n} style rules' },
  'external-reference': { one: '{n} link to another file', other: '{n} links to another file' },
  'out-of-reach': { one: '{n} shape far outside the image', other: '{n} shapes far outside the image' },
  'radial-focus': { one: '{n} gradient focus', other: '{n} gradient focuses' },
  'relative-length': {
    one: '{n} length that depends on the font',
    other: '{n} lengths that depend on the font',
  },
  'shape-rendering': { one: '{n} shape with hard edges', other: '{n} shapes with hard edges' },
  'spread-method': { one: '{n} repeating gradient', other: '{n} repeating gradients' },
  'stroke-dasharray': { one: '{n} dash', other: '{n} dashes' },
  'stroke-dashoffset': { one: '{n} dash offset', other: '{n} dash offsets' },
  transform: { one: '{n} unreadable transform', other: '{n} unreadable transforms' },
  'transform-origin': { one: '{n} transform origin', other: '{n} transform origins' },
  use: { one: '{n} repeated symbol', other: '{n} repeated symbols' },
  linearGradient: { one: '{n} gradient', other: '{n} gradients' },
  radialGradient: { one: '{n} gradient', other: '{n} gradients' },
}

const UNKNOWN: PluralForms = { one: '{n} unknown element', other: '{n} unknown elements' }

export const insertAs = {
  label: 'Insert as',
  names: { frame: 'Frame', component: 'Component', vector: 'One vector' },
}

export const layerOptions = {
  layers: 'Layers',
  layerModes: {
    objects: 'Objects',
    merged: 'Merged',
    grouped: 'Grouped',
    'as-drawn': 'As drawn',
  } satisfies Record<LayerMode, string>,
  background: 'Background',
  backgroundModes: {
    keep: 'Keep',
    frame: 'Frame fill',
    remove: 'Remove',
  } satisfies Record<BackgroundMode, string>,
  cutHoles: 'Cut out what is painted in the background’s color',
  colors: 'Similar colors',
  /** From keeping every color to merging similar ones. */
  unifySteps: ['Keep all', 'Join a few', 'Join more', 'Join many'],
}

/** An Inkwright image that is selected on the canvas. */
export const recipe = {
  heading: 'Selected image',
  facts: ({ origin, style, size, cost }: Recipe) =>
    (origin === undefined
      ? [styleName(style), sizeName(size), cost === null ? '' : money(cost)]
      : [files.mark, sizeName(size)]
    )
      .filter(Boolean)
      .join(' · '),
  reuse: 'Reuse',
}
