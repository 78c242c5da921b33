import { VectorError } from '../../src/vector/errors'
import type { LayerMode } from '../../src/vector/layers/arrange'
import { prepare } from '../../src/vector/prepare'
import { randomFrom } from '../random'
import { generatedPicture } from './generated-picture'
import { timed } from './node-time'
import type { Measured } from './row'

const FILES = 1000
const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']
/** Limit for one file in one mode, in ms. */
const MAX_TIME = 10_000

/** Prepares broken and enormous files in every mode while cutting holes. Each must result in a picture or a VectorError, in time. */
export function hostileMeasures(): Measured[] {
  const random = randomFrom(11)
  const results = Array.from({ length: FILES }, () => hostileFile(random)).flatMap((text) =>
    MODES.map((layers) => outcome(text, layers)),
  )
  const pictures = `${FILES} broken or enormous files, ${MODES.length} modes`
  const count = (end: End) => results.filter((result) => result.end === end).length
  return [
    {
      ...{ what: 'crashes with holes cut', pictures, unit: 'times', bar: 0, ours: count('crashed') },
      note: `${count('prepared')} results, ${count('refused')} clear errors`,
    },
    {
      ...{ what: 'slowest with holes cut', pictures, unit: 'ms', bar: MAX_TIME },
      ours: Math.max(...results.map(({ time }) => time)),
    },
  ]
}

type End = 'prepared' | 'refused' | 'crashed'

function outcome(text: string, layers: LayerMode): { readonly end: End; readonly time: number } {
  let end: End = 'prepared'
  const time = timed(() => {
    try {
      prepare(text, { layers, holes: 'cut' })
    } catch (error) {
      end = error instanceof VectorError ? 'refused' : 'crashed'
    }
  })
  return { end, time }
}

/** Returns a picture with an error, or one that is as large or tangled as possible. */
function hostileFile(random: () => number): string {
  const whole = (below: number) => Math.floor(random() * below)
  const one = <T>(list: readonly T[]): T => list[whole(list.length)] as T
  const picture = generatedPicture(5 + whole(60), whole(1000))
  const place = whole(picture.length)
  const numbers = ['1e308', '-1e300', 'NaN', '0', '1e-300', '99999999', '.']
  const kind = whole(40)
  if (kind === 0) return tangle(200 + whole(3000), whole)
  if (kind === 1) return stack(200 + whole(3000), whole)
  if (kind < 10) return picture.slice(0, place)
  if (kind < 20) return picture.slice(0, place) + picture.slice(place + whole(200))
  if (kind < 30) return picture.replace(/-?\d+\.\d+/g, (text) => (random() < 0.05 ? one(numbers) : text))
  return picture.replace(/ [LC] /g, (text) =>
    random() < 0.2 ? one([' M ', ' z ', ' A ', ' L ', ' H ', ' ']) : text,
  )
}

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><path fill="#fff" d="M0 0H1000V1000H0z"/>${content}</svg>`

const FILLS = ['#fff', '#c00', '#00c', '#fff']

/** Returns paths of crossing lines, half of them in the background's color. */
function tangle(points: number, whole: (below: number) => number): string {
  const line = () => Array.from({ length: points }, () => `${whole(1000)} ${whole(1000)}`).join('L')
  return svg(FILLS.map((fill) => `<path fill="${fill}" d="M${line()}z"/>`).join(''))
}

/** Returns overlapping squares of a few sizes, whose edges coincide. */
function stack(count: number, whole: (below: number) => number): string {
  const square = () =>
    `<path fill="${FILLS[whole(4)]}" d="M${100 * whole(9)} ${100 * whole(9)}h${100 * (1 + whole(3))}v100h-${100 * (1 + whole(3))}z"/>`
  return svg(Array.from({ length: count }, square).join(''))
}
