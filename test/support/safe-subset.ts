import { SaxesParser } from 'saxes'
import { pathFault } from './path-grammar'

/** Attributes of each element of the safe subset. Every other element and attribute is a fault. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'width', 'height', 'viewBox'],
  g: ['id', 'opacity', 'clip-path'],
  clipPath: ['id', 'clip-path'],
  defs: [],
  path: [
    ...['id', 'd', 'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width'],
    ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray'],
    ...['clip-rule', 'clip-path'],
  ],
  linearGradient: ['id', 'gradientUnits', 'x1', 'y1', 'x2', 'y2'],
  radialGradient: ['id', 'gradientUnits', 'cx', 'cy', 'r', 'gradientTransform'],
  stop: ['offset', 'stop-color', 'stop-opacity'],
}

/** Attributes with special values. All others are a single number. */
const VALUES: Readonly<Record<string, RegExp>> = {
  'stop-color': /^#[\da-f]{6}$/,
  'fill-rule': /^evenodd$/,
  'clip-rule': /^evenodd$/,
  'stroke-linecap': /^(round|square)$/,
  'stroke-linejoin': /^(round|bevel)$/,
  'stroke-dasharray': /^\d+(\.\d+)?( \d+(\.\d+)?)*$/,
  gradientUnits: /^userSpaceOnUse$/,
  gradientTransform: /^matrix\(-?\d+(\.\d+)?( -?\d+(\.\d+)?){5}\)$/,
  // Checked at the end, against each other.
  xmlns: /^/,
  viewBox: /^/,
}

const NUMBER = /^-?\d+(\.\d+)?$/

/** Elements that are referred to, or become a layer's name. */
const NAMED: readonly string[] = ['g', 'path', 'linearGradient', 'radialGradient', 'clipPath']

/**
 * Returns everything in an SVG text that Figma's import is not known to keep, as sentences; empty for the safe subset. Shares no code with
 * the writer.
 */
export function violations(svg: string): string[] {
  const found: string[] = []
  const ids = new Set<string>()
  const references = new Set<string>()
  const parser = new SaxesParser()
  let root: Record<string, string> | null = null
  parser.on('error', (error) => found.push(error.message))
  parser.on('doctype', () => found.push('a doctype'))
  parser.on('xmldecl', () => found.push('an XML declaration'))
  parser.on('comment', () => found.push('a comment'))
  parser.on('text', (text) => text.trim() && found.push(`text "${text.slice(0, 20)}"`))
  const path: string[] = []
  parser.on('closetag', () => path.pop())
  parser.on('opentag', ({ name, attributes }) => {
    const own = attributes as Record<string, string>
    root ??= own
    const allowed = ALLOWED[name]
    path.push(name)
    if (!allowed) found.push(`an element ${name}`)
    for (const [attribute, value] of Object.entries(own)) {
      if (!allowed?.includes(attribute)) found.push(`${name} has ${attribute}`)
      judge(name, attribute, value)
    }
    if (NAMED.includes(name) && own.id === undefined && path.at(-2) !== 'clipPath')
      found.push(`${name} has no id`)
    if (name === 'path' && own.d === undefined) found.push('a path without data')
    if (name.endsWith('Gradient') && own.gradientUnits === undefined) found.push('a gradient in other units')
  })
  const judge = (name: string, attribute: string, value: string) => {
    const complain = () => found.push(`${name} has ${attribute}="${value.slice(0, 40)}"`)
    if (attribute === 'id') {
      if (value.trim() === '') found.push(`${name} has an empty id`)
      if (ids.has(value)) found.push(`the id ${value} twice`)
      ids.add(value)
    } else if (['fill', 'stroke', 'clip-path'].includes(attribute)) {
      const reference = /^url\(#([\w-]+)\)$/.exec(value)
      if (reference) references.add(reference[1] ?? '')
      else if (!/^#[\da-f]{6}$/.test(value) && value !== 'none') complain()
    } else if (attribute === 'd') {
      const fault = pathFault(value)
      if (fault !== null) found.push(`${name} has path data with ${fault}`)
    } else if (!(VALUES[attribute] ?? NUMBER).test(value)) {
      complain()
    }
  }
  parser.write(svg).close()
  const { xmlns, width, height, viewBox } = (root ?? {}) as Record<string, string>
  if (xmlns !== 'http://www.w3.org/2000/svg') found.push('no xmlns')
  if (viewBox !== `0 0 ${width} ${height}`) found.push('a viewBox of another size')
  for (const id of references) if (!ids.has(id)) found.push(`a reference to ${id}, which is not there`)
  return found
}
