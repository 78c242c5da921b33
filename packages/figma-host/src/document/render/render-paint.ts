import type { GradientPaint, ImagePaint, Paint, RGB } from '@figma/plugin-typings/plugin-api-standalone'
import { inverse, multiply, scaling } from '../geometry/matrix'
import { type DefinitionList, element, matrix } from './markup'

/** The size that a gradient is stretched to, in px. */
interface Size {
  readonly width: number
  readonly height: number
}

/** Returns a paint as a value for `fill` or `stroke`, with its opacity separate. Null if it paints nothing. */
export function renderPaint(
  paint: Paint,
  size: Size,
  definitions: DefinitionList,
): { readonly value: string; readonly opacity: number | undefined } | null {
  const opacity = paint.opacity ?? 1
  if (paint.visible === false || opacity === 0) return null
  const shown = opacity === 1 ? undefined : opacity
  if (paint.type === 'SOLID') return { value: css(paint.color), opacity: shown }
  if (paint.type === 'IMAGE') {
    const id = renderImage(paint, size, definitions)
    return id === null ? null : { value: `url(#${id})`, opacity: shown }
  }
  if (paint.type !== 'GRADIENT_LINEAR' && paint.type !== 'GRADIENT_RADIAL') return null
  const id = renderGradient(paint, size, definitions)
  return id === null ? null : { value: `url(#${id})`, opacity: shown }
}

/** Defines a gradient. Null if its size is zero, for example on a line without width. */
function renderGradient(
  paint: GradientPaint,
  { width, height }: Size,
  definitions: DefinitionList,
): string | null {
  const fromUnit = inverse(paint.gradientTransform)
  if (!fromUnit) return null
  const linear = paint.type === 'GRADIENT_LINEAR'
  const stops = paint.gradientStops.map(({ position, color }) =>
    element('stop', {
      offset: position,
      'stop-color': css(color),
      'stop-opacity': color.a === 1 ? undefined : color.a,
    }),
  )
  // In Figma's gradient space, a line runs from (0, ½) to (1, ½), and a circle has the center (½, ½) and the radius ½.
  const line = { x1: 0, y1: 0.5, x2: 1, y2: 0.5 }
  const circle = { cx: 0.5, cy: 0.5, r: 0.5 }
  return definitions.add(
    linear ? 'linearGradient' : 'radialGradient',
    {
      gradientUnits: 'userSpaceOnUse',
      ...(linear ? line : circle),
      gradientTransform: matrix(multiply(scaling(width, height), fromUnit)),
    },
    stops.join(''),
  )
}

/** Defines an image as a pattern with one tile as large as the layer. Null if the file has no such image. */
function renderImage(
  { imageHash, imageTransform, scaleMode }: ImagePaint,
  { width, height }: Size,
  definitions: DefinitionList,
): string | null {
  const image = definitions.images.get(imageHash ?? '')
  if (!image) return null
  // The transform of CROP maps the layer to the image, both as unit squares.
  const fromUnit = imageTransform && inverse(imageTransform)
  const box = fromUnit ? { width: 1, height: 1 } : { width, height }
  const content = element('image', {
    ...box,
    preserveAspectRatio: { FILL: 'xMidYMid slice', FIT: 'xMidYMid', CROP: 'none', TILE: 'none' }[scaleMode],
    transform: fromUnit ? matrix(multiply(scaling(width, height), fromUnit)) : undefined,
    href: `data:${image.type};base64,${btoa(Array.from(image.bytes, (byte) => String.fromCharCode(byte)).join(''))}`,
  })
  return definitions.add('pattern', { patternUnits: 'userSpaceOnUse', width, height }, content)
}

/** Keeps three decimals of each channel, which is more than a display can show. */
function css({ r, g, b }: RGB): string {
  const channel = (value: number) => Number((value * 255).toFixed(3))
  return `rgb(${channel(r)},${channel(g)},${channel(b)})`
}
