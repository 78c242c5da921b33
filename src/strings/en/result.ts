import type { Recipe } from '../../protocol/recipe'
import type { LayerMode } from '../../vector/layers/arrange'
import type { Report, Stage } from '../../vector/prepare'
import type { LeftOut } from '../../vector/read/read'
import type { BackgroundMode } from '../../vector/steps/background'
import { count, integer, kilobytes, money, percent } from './format'
import { sizeName, styleName } from './names'

/** The finished picture. */

export const result = {
  heading: 'Result',
  ready: 'The picture is ready.',
  insert: 'Insert',
  inserting: 'Inserting…',
  insertStopped: 'Not inserted: nothing of it is on the canvas.',
  insertProgress: 'Progress of inserting',
  replace: 'Replace',
  replaceTitle: (layer: string) => `Replace “${layer}”`,
  inserted: (layers: number) => `Inserted on the canvas: ${count(layers, 'layer')}.`,
  facts: ({ shapesIn, layersOut, bytesOut }: Report) =>
    [
      `${count(shapesIn, 'shape')} → ${count(layersOut, 'layer')}`,
      kilobytes.format(Math.max(1, bytesOut / 1000)),
    ].join(' · '),
  edit: 'Edit prompt',
  /** `price` in US dollars; null where it is free. */
  variation: (price: number | null) =>
    price === null ? 'New variation' : `New variation · ${money.format(price)}`,
  copy: 'Copy SVG',
  notCopied: 'Figma did not let it be copied. Save it as a file instead.',
  save: 'Save SVG',
  preparing: 'Progress of the layers',
  stages: {
    reading: 'Reading the picture…',
    colors: 'Looking at its colors…',
    layers: 'Arranging the layers…',
    writing: 'Writing the layers…',
  } satisfies Record<Stage, string>,
  layers: (number: number) => count(number, 'layer'),
  moreLayers: (number: number) => `and ${integer.format(number)} more`,
  leftOut: (leftOut: LeftOut) =>
    `Left out, because Figma cannot keep it: ${Object.entries(leftOut)
      .map(([kind, number]) => count(number, LEFT_OUT[kind] ?? 'unknown element'))
      .join(', ')}.`,
}

/** How large the picture is shown: 1 is as large as it fits. */
const zoomNow = (zoom: number) => (zoom === 1 ? 'Fit' : percent.format(Math.round(zoom * 100) / 100))

export const zoom = {
  view: 'Picture: plus and minus zoom, 0 fits, arrows move it',
  in: 'Zoom in',
  out: 'Zoom out',
  now: zoomNow,
  /** The button that fits it again. */
  fit: (zoom: number) => (zoom === 1 ? 'Fit' : `${zoomNow(zoom)}, back to fit`),
}

/** The picture as it was delivered, and as it is prepared. */
export const compare = {
  label: 'Compare',
  before: ({ shapesIn }: Report) => `Before: ${count(shapesIn, 'shape')}`,
  after: ({ layersOut }: Report) => `After: ${count(layersOut, 'layer')}`,
}

/** What cannot be kept, as people call it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  text: 'text',
  image: 'image',
  foreignObject: 'web page',
  script: 'script',
  video: 'video',
  audio: 'sound',
  iframe: 'web page',
  canvas: 'canvas',
  animation: 'animation',
  filter: 'filter',
  mask: 'mask',
  pattern: 'pattern fill',
  marker: 'arrowhead',
  'mix-blend-mode': 'blend mode',
  paint: 'unreadable color',
  'clip-path': 'unreadable clip',
  'css-rule': 'style rule',
  'external-reference': 'link to another file',
  'group-opacity': 'group opacity',
  'out-of-reach': 'shape far outside the picture',
  'path-length': 'scaled dash',
  'radial-focus': 'gradient focus',
  'spread-method': 'repeating gradient',
  'stroke-dasharray': 'dash',
  'stroke-dashoffset': 'dash offset',
  transform: 'unreadable transform',
  'transform-origin': 'transform origin',
  'uneven-stroke': 'unevenly scaled line',
  use: 'repeated symbol',
  linearGradient: 'gradient',
  radialGradient: 'gradient',
}

export const insertAs = {
  label: 'Insert as',
  names: { frame: 'Frame', component: 'Component', vector: 'One vector' },
}

export const layerOptions = {
  layers: 'Layers',
  layerModes: {
    merged: 'Merged',
    grouped: 'Grouped',
    'as-drawn': 'As drawn',
  } satisfies Record<LayerMode, string>,
  background: 'Background',
  backgroundModes: {
    keep: 'Keep',
    frame: 'As frame fill',
    remove: 'Remove',
  } satisfies Record<BackgroundMode, string>,
  colors: 'Colors',
  /** From every color its own to alike ones joined. */
  unifySteps: ['Keep all', 'Join a few', 'Join more', 'Join many'],
}

/** A picture on the canvas that was made here. */
export const recipe = {
  heading: 'Selected picture',
  facts: ({ style, size, cost }: Recipe) =>
    [styleName(style), sizeName(size), cost === null ? '' : money.format(cost)].filter(Boolean).join(' · '),
  reuse: 'Reuse',
}
