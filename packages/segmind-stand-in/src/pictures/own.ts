import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { GenerationParameters } from '../parameters'
import { hash } from '../random'
import type { PictureSource } from './source'
import { wordsOf } from './words'

/** A file of `own/`, named `STYLE.WORDS.svg`. */
interface OwnPicture {
  readonly style: string
  readonly words: ReadonlySet<string>
  /** In units of the viewBox. */
  readonly width: number
  readonly height: number
  /** Everything inside the root, in the format of Recraft's files except for each path's transform. */
  readonly content: string
}

const FOLDER = fileURLToPath(new URL('./own', import.meta.url))

/** A matching word of the prompt outweighs stretching by this much (natural logarithm): a factor of about 2.2. */
const WORD = 0.8

/** Pictures that are stretched by at most this much more than the best one count as equally good. */
const AS_GOOD = 0.1

/** Longer side of the viewBox in Recraft's files. */
const LONG_SIDE = 2048

let loaded: readonly OwnPicture[] | null = null

/**
 * The stand-in's own pictures, in the format of Recraft's files of 2025 and later. They are chosen by style (`any` if there is none for
 * it), then by proportion and words of the prompt, otherwise by a hash of the prompt, and stretched to the size. Each variation has other
 * colors; the same call returns the same bytes.
 */
export const ownPictures: PictureSource = (parameters, variation) =>
  Buffer.from(ownPicture(parameters, variation))

/** The same as text. */
export function ownPicture({ prompt, style, size }: GenerationParameters, variation = 0): string {
  loaded ??= readdirSync(FOLDER).map(readOwn)
  const wanted = new Set(wordsOf(prompt))
  const [pixelWidth = 0, pixelHeight = 0] = size.split('x').map(Number)
  const hasOwn = loaded.some((picture) => picture.style === style)
  const scored = loaded
    .filter((picture) => picture.style === (hasOwn ? style : 'any'))
    .map((picture) => {
      const knows = [...picture.words].some((word) => wanted.has(word))
      const stretch = picture.width / picture.height / (pixelWidth / pixelHeight)
      return { picture, score: (knows ? WORD : 0) - Math.abs(Math.log(stretch)) }
    })
  const most = Math.max(...scored.map(({ score }) => score))
  const fitting = scored.filter(({ score }) => score >= most - AS_GOOD)
  const best = fitting[hash(prompt) % fitting.length]?.picture
  if (!best) throw new Error('there are no pictures')
  const unit = LONG_SIDE / Math.max(pixelWidth, pixelHeight)
  const width = Math.round(pixelWidth * unit)
  const height = Math.round(pixelHeight * unit)
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" height="${pixelHeight}" preserveAspectRatio="none" ` +
    `style="display: block;" version="1.1" viewBox="0 0 ${width} ${height}" width="${pixelWidth}">\n`
  const content = varied(scaled(best.content, width / best.width, height / best.height), variation)
  return `${root}${content}${signature([prompt, style, size, variation].join('\n'))}</svg>`
}

function readOwn(name: string): OwnPicture {
  const [style = '', words = ''] = name.split('.')
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8')
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(text) ?? []
  return {
    style,
    words: new Set(wordsOf(words)),
    width: Number(width),
    height: Number(height),
    // The files have a single line; Recraft's have a line for each element.
    content: text
      .slice(text.indexOf('>') + 1, text.lastIndexOf('</svg>'))
      .replaceAll('"/>', '" transform="translate(0,0)"></path>')
      .replace(/<defs>|<linearGradient[^>]*>|<\/(defs|linearGradient|stop|path)>/g, '$&\n')
      .replace(/<\/?linearGradient/g, '\t$&')
      .replaceAll('<stop', '\t\t<stop'),
  }
}

/** The order of red, green, and blue in successive variations. */
const CHANNELS = ['$1,$2,$3', '$3,$1,$2', '$2,$3,$1', '$1,$3,$2', '$3,$2,$1', '$2,$1,$3'] as const

const varied = (content: string, variation: number): string =>
  content.replace(/rgb\((\d+),(\d+),(\d+)\)/g, `rgb(${CHANNELS[variation % CHANNELS.length]})`)

function scaled(content: string, x: number, y: number): string {
  if (x === 1 && y === 1) return content
  const times = (value: string, factor: number) => String(Math.round(Number(value) * factor * 100) / 100)
  return content
    .replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, a, b) => `${times(a, x)} ${times(b, y)}`)
    .replace(/\b([xy])([12])="(-?[\d.]+)"/g, (_, axis, end, value) => {
      return `${axis}${end}="${times(value, axis === 'x' ? x : y)}"`
    })
}

/** Returns the element of Recraft's signature with content in the same format, which is not a signature and does not claim to be one. */
function signature(seed: string): string {
  const word = (index: number): string => hash(`${seed}#${index}`).toString(16).padStart(8, '0')
  const [a = '', b = '', c = '', d = ''] = [0, 1, 2, 3].map(word)
  const bytes = Buffer.from(Array.from({ length: 16 }, (_, index) => word(index + 4)).join(''), 'hex')
  const content = {
    signed_by: 'stand-in',
    signature_b64: bytes.toString('base64'),
    signing_algo: 'none',
    generation_timestamp: 1_765_000_000 + (hash(seed) % 10_000_000),
    identifier: `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(0, 3)}-${c.slice(3, 8)}${d.slice(0, 7)}`,
  }
  const text = JSON.stringify(content).replaceAll('":', '": ').replaceAll(',"', ', "')
  return `<metadata><recraft-signature>${text}</recraft-signature></metadata>`
}
