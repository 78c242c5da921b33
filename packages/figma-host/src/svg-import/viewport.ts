import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { IDENTITY, multiply, scaling, translation } from '../document/geometry/matrix'
import { parseNumber, parseNumbers } from './values'
import type { XmlElement } from './xml'

/** The size of the frame for a root element, and the transform from its user space. */
export interface SvgViewport {
  /** Size in px; null if the root has neither a size nor a viewBox. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly transform: Transform
}

/** Sizes in units other than px, on which Figma reportedly fails. */
const FAILING_UNIT = /(pt|pc|mm|cm|in|em|ex|rem|q|%)\s*$/i

/**
 * Reads the size and the `viewBox` of the root element. Throws if Figma's import reportedly fails. Reports roots without all three, because
 * only those with them are recorded.
 */
export function readViewport({ attributes }: XmlElement, fault: (message: string) => void): SvgViewport {
  const width = length('width', attributes.width, fault)
  const height = length('height', attributes.height, fault)
  const viewBox = readViewBox(attributes.viewBox, fault)
  if (width === null && height === null && !viewBox) return { size: null, transform: IDENTITY }
  if (width === null || height === null) fault('the root has no numeric width and height')
  if (!viewBox) fault('the root has no viewBox')
  const [, , across, down] = viewBox ?? [0, 0, width ?? height ?? 0, height ?? width ?? 0]
  const size = {
    width: width ?? (height === null ? across : (height * across) / down),
    height: height ?? (width === null ? down : (width * down) / across),
  }
  return {
    size,
    transform: viewBox ? fitInto(viewBox, size, attributes.preserveAspectRatio, fault) : IDENTITY,
  }
}

type Box = readonly [x: number, y: number, width: number, height: number]

function readViewBox(text: string | undefined, fault: (message: string) => void): Box | null {
  if (text === undefined) return null
  const [x, y, width, height, ...more] = parseNumbers(text) ?? []
  if (x === undefined || y === undefined || width === undefined || height === undefined || more.length > 0) {
    fault(`viewBox="${text}" is unreadable`)
    return null
  }
  return [x, y, width, height]
}

function length(name: string, text: string | undefined, fault: (message: string) => void): number | null {
  if (text === undefined) return null
  if (FAILING_UNIT.test(text)) {
    fault(`${name}="${text}" breaks the import`)
    throw new Error(`unit of ${name}`)
  }
  const plain = parseNumber(text)
  if (plain === null) fault(`${name}="${text}" is not a plain number`)
  return plain ?? parseNumber(text.replace(/px\s*$/i, ''))
}

const PLACES = { Min: 0, Mid: 0.5, Max: 1 } as const
type Place = keyof typeof PLACES

/** Fits a viewBox into a size (SVG: preserveAspectRatio; default `xMidYMid meet`). */
function fitInto(
  [x, y, width, height]: Box,
  size: { readonly width: number; readonly height: number },
  text = 'xMidYMid meet',
  fault: (message: string) => void,
): Transform {
  const [sx, sy] = [size.width / width, size.height / height]
  if (text.trim() === 'none') return multiply(scaling(sx, sy), translation(-x, -y))
  const match = /^\s*x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?\s*$/.exec(text)
  if (!match) fault(`preserveAspectRatio="${text}" is unreadable`)
  const scale = match?.[3] === 'slice' ? Math.max(sx, sy) : Math.min(sx, sy)
  const left = (size.width - width * scale) * PLACES[(match?.[1] ?? 'Mid') as Place]
  const top = (size.height - height * scale) * PLACES[(match?.[2] ?? 'Mid') as Place]
  return multiply(translation(left, top), multiply(scaling(scale, scale), translation(-x, -y)))
}
