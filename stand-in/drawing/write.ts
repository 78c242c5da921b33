import type { Rgb } from './colour'
import { boxOfPath, type Contour, type Path } from './geometry/path'
import { hash, type Random } from './random'

/** One path of the finished picture. `fade`: the gradient's colour at the bottom. */
export interface Fill {
  readonly path: Path
  readonly colour: Rgb
  readonly fade?: Rgb | null
}

/** A finished picture: the canvas in units of the view box, and the size in pixels to be shown at. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly fills: readonly Fill[]
}

/**
 * Writes the picture in the grammar of Recraft's own files of 2025 and later (facts/figma-platform.md): the
 * root's attributes, tab-indented definitions, one flat list of paths, a signature in the metadata. Nearly equal
 * colours are part of that grammar, so some fills are off by one.
 */
export function writeSvg(picture: Picture, random: Random, seedText: string): string {
  const { width, height, pixelWidth, pixelHeight, fills } = picture
  const gradients: string[] = []
  const paths = fills.map(({ path, colour, fade }, index) => {
    const first = index === 0 ? colour : nudged(colour, random)
    let fill = rgb(first)
    if (fade !== undefined && fade !== null) {
      gradients.push(gradient(gradients.length + 1, path, first, fade, random))
      fill = `url(#Gradient${gradients.length})`
    }
    return `<path d="${pathData(path)}" fill="${fill}" transform="translate(0,0)"></path>\n`
  })
  const definitions = gradients.length === 0 ? '' : `<defs>\n${gradients.join('')}</defs>\n`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" height="${pixelHeight}" preserveAspectRatio="none" ` +
    `style="display: block;" version="1.1" viewBox="0 0 ${width} ${height}" width="${pixelWidth}">\n` +
    `${definitions}${paths.join('')}${signature(seedText)}</svg>`
  )
}

function gradient(number: number, path: Path, from: Rgb, to: Rgb, random: Random): string {
  const { left, right, top, bottom } = boxOfPath(path)
  const lean = (right - left) * random.between(-0.06, 0.06)
  const middle = (left + right) / 2
  const points = `x1="${digits(middle - lean)}" x2="${digits(middle + lean)}" y1="${digits(top)}" y2="${digits(bottom)}"`
  const stop = (index: number, colour: Rgb): string =>
    `\t\t<stop class="stop${index}" offset="${index}" stop-color="${rgb(colour)}" stop-opacity="1"></stop>\n`
  return (
    `\t<linearGradient gradientUnits="userSpaceOnUse" id="Gradient${number}" ${points}>\n` +
    `${stop(0, from)}${stop(1, to)}\t</linearGradient>\n`
  )
}

function pathData(path: Path): string {
  return path.map(contourData).join(' ')
}

function contourData({ start, segments }: Contour): string {
  const commands = segments.map(
    (segment) => `${segment.length === 2 ? 'L' : 'C'} ${segment.map(digits).join(' ')}`,
  )
  return `M ${digits(start[0])} ${digits(start[1])} ${commands.join(' ')} z`
}

/** Six significant digits, as in Recraft's files; never an exponent, and no minus zero. */
function digits(value: number): string {
  const size = Math.abs(value)
  const scale = size >= 1000 ? 100 : size >= 100 ? 1000 : size >= 10 ? 10_000 : 100_000
  const rounded = Math.round(value * scale) / scale
  return Math.abs(rounded) < 1e-3 ? '0' : String(rounded)
}

function rgb(colour: Rgb): string {
  return `rgb(${colour.map((channel) => Math.max(0, Math.min(255, Math.round(channel)))).join(',')})`
}

function nudged(colour: Rgb, random: Random): Rgb {
  if (!random.chance(0.15)) return colour
  const [r, g, b] = colour.map((channel) => channel + random.whole(-1, 1))
  return [r ?? 0, g ?? 0, b ?? 0]
}

/** The element of Recraft's signature with a content of the same form; it signs nothing and does not say it does. */
function signature(seedText: string): string {
  const word = (index: number): string => hash(`${seedText}#${index}`).toString(16).padStart(8, '0')
  const [a = '', b = '', c = '', d = ''] = [0, 1, 2, 3].map(word)
  const bytes = Buffer.from(Array.from({ length: 16 }, (_, index) => word(index + 4)).join(''), 'hex')
  const content = {
    signed_by: 'stand-in',
    signature_b64: bytes.toString('base64'),
    signing_algo: 'none',
    generation_timestamp: 1_765_000_000 + (hash(seedText) % 10_000_000),
    identifier: `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(0, 3)}-${c.slice(3, 8)}${d.slice(0, 7)}`,
  }
  const text = JSON.stringify(content).replaceAll('":', '": ').replaceAll(',"', ', "')
  return `<metadata><recraft-signature>${text}</recraft-signature></metadata>`
}
