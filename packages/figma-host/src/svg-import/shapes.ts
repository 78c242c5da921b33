import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { PathCommand } from '../document/geometry/path-data'
import { parseSvgPath } from './path-parser'
import { parseNumber, parseNumbers } from './values'
import type { XmlElement } from './xml'

/** The geometry attributes of each shape. Elements with other names are not shapes. */
export const SHAPE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
}

/** Returns the outline of a shape in its own user units; empty if it paints nothing. `fault`: called for invalid values. */
export function outlineOf({ name, attributes }: XmlElement, fault: (message: string) => void): PathCommand[] {
  const value = (attribute: string): number => {
    const text = attributes[attribute]
    const number = parseNumber(text)
    if (text !== undefined && number === null) fault(`${attribute}="${text}" is not a plain number`)
    return number ?? 0
  }
  switch (name) {
    case 'path': {
      const { commands, error } = parseSvgPath(attributes.d ?? '')
      if (error !== null) fault(`the path data is ${error}`)
      return commands.length > 1 ? commands : []
    }
    case 'rect':
      return rectangle(value('x'), value('y'), value('width'), value('height'), corners(attributes, value))
    case 'circle':
      return ellipse(value('cx'), value('cy'), value('r'), value('r'))
    case 'ellipse':
      return ellipse(value('cx'), value('cy'), value('rx'), value('ry'))
    case 'line':
      return polyline([
        { x: value('x1'), y: value('y1') },
        { x: value('x2'), y: value('y2') },
      ])
    default: {
      const numbers = parseNumbers(attributes.points ?? '')
      if (!numbers) fault(`points="${attributes.points}" is unreadable`)
      const points = pairs(numbers ?? [])
      return name === 'polygon' && points.length > 0
        ? [...polyline(points), { type: 'Z', points: [] }]
        : polyline(points)
    }
  }
}

function corners(attributes: XmlElement['attributes'], value: (name: string) => number): Vector {
  const [rx, ry] = [value('rx'), value('ry')]
  return { x: attributes.rx === undefined ? ry : rx, y: attributes.ry === undefined ? rx : ry }
}

function rectangle(x: number, y: number, width: number, height: number, radii: Vector): PathCommand[] {
  if (width <= 0 || height <= 0) return []
  const [rx, ry] = [Math.min(Math.max(0, radii.x), width / 2), Math.min(Math.max(0, radii.y), height / 2)]
  if (rx === 0 || ry === 0) return parseSvgPath(`M${x} ${y}h${width}v${height}h${-width}Z`).commands
  const [across, down, arc] = [width - 2 * rx, height - 2 * ry, `a${rx} ${ry} 0 0 1`]
  return parseSvgPath(
    `M${x + rx} ${y}h${across}${arc} ${rx} ${ry}v${down}${arc} ${-rx} ${ry}h${-across}${arc} ${-rx} ${-ry}v${-down}${arc} ${rx} ${-ry}Z`,
  ).commands
}

function ellipse(cx: number, cy: number, rx: number, ry: number): PathCommand[] {
  if (rx <= 0 || ry <= 0) return []
  const half = (width: number) => `a${rx} ${ry} 0 0 1 ${width} 0`
  return parseSvgPath(`M${cx + rx} ${cy}${half(-2 * rx)}${half(2 * rx)}Z`).commands
}

function polyline(points: readonly Vector[]): PathCommand[] {
  if (points.length < 2) return []
  return points.map((point, at) => ({ type: at === 0 ? 'M' : 'L', points: [point] }))
}

function pairs(numbers: readonly number[]): Vector[] {
  const points: Vector[] = []
  for (let at = 0; at + 1 < numbers.length; at += 2)
    points.push({ x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0 })
  return points
}
