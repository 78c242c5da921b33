import fc from 'fast-check'
import { attributesOf, type Outline, outlinesOn, type Size } from './outlines'

/** The longer side of a generated drawing, in px. When rendered at a multiple of it, integer coordinates lie between pixels. */
export const LONG_SIDE = 128

/** None of them is square, because a grid then has fewer cells, and more drawings can be tried in the same time. */
const SIZES: readonly Size[] = [
  [LONG_SIDE, 24],
  [LONG_SIDE, 40],
  [32, LONG_SIDE],
  [LONG_SIDE, 64],
]

const GRADIENT =
  '<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="128" y2="64"><stop offset="0" stop-color="#e01010"/><stop offset="1" stop-color="#1030e0"/></linearGradient>'

const paint = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom('#e01010', '#0a8f2c', '#1030e0') },
  { weight: 1, arbitrary: fc.constant('url(#g)') },
)
const opacity = fc.constantFrom('1', '1', '1', '1', '1', '1', '1', '0.5')

const stroke = fc
  .record({
    stroke: paint,
    'stroke-opacity': opacity,
    // From a hairline to thicker than the shape.
    'stroke-width': fc.constantFrom('0.05', '0.25', '0.25', '0.5', '1', '2', '3', '6', '12', '30'),
    'stroke-linejoin': fc.constantFrom('miter', 'miter', 'round', 'bevel'),
    'stroke-miterlimit': fc.constantFrom('1', '1.5', '4', '4', '10', '40'),
    'stroke-linecap': fc.constantFrom('butt', 'round', 'square'),
    'stroke-dasharray': fc.constantFrom('none', 'none', 'none', '5', '9 2', '0 4', '1 6 3'),
  })
  .map(attributesOf)

const shapeFrom = (shared: readonly Outline[], fresh: fc.Arbitrary<Outline>): fc.Arbitrary<string> =>
  fc
    .record({
      parts: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...shared), fresh), fc.boolean()), {
        minLength: 1,
        maxLength: 3,
        size: 'small',
      }),
      paint,
      hollow: fc.constantFrom(true, false, false),
      opacity,
      rule: fc.constantFrom('nonzero', 'nonzero', 'evenodd'),
      line: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: stroke }),
    })
    .map(({ parts, paint, hollow, opacity, rule, line }) => {
      const fill = line && hollow ? 'none' : paint
      const data = parts.map(([{ data, reversed }, turned]) => (turned ? reversed : data)).join('')
      const attributes = attributesOf({ fill, 'fill-opacity': opacity, 'fill-rule': rule })
      return `<path d="${data}"${attributes}${line ?? ''}/>`
    })

function drawingOn([width, height]: Size): fc.Arbitrary<string> {
  const { outline, shared } = outlinesOn([width, height])
  return shared
    .chain((outlines) => {
      const shape = shapeFrom(outlines, outline)
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(shape, { minLength: 3, maxLength: 16, size: 'max' }) },
        { weight: 1, arbitrary: fc.array(shape, { minLength: 16, maxLength: 40, size: 'max' }) },
      )
    })
    .map((shapes) => {
      const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
      const ground = `<path d="M0 0H${width}V${height}H0Z" fill="#ffffff"/>`
      const paths = ground + shapes.join('')
      const defs = paths.includes('url(#g)') ? `<defs>${GRADIENT}</defs>` : ''
      return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${defs}${paths}</svg>`
    })
}

/**
 * 3 to 40 overlapping shapes with few paints and shared outlines: with and without strokes of every join, cap, dash, and width, opaque and
 * translucent, with holes, outside the canvas, and without area; on a white background, so that none is empty.
 */
export const overlappingDrawing: fc.Arbitrary<string> = fc.oneof(...SIZES.map(drawingOn))
