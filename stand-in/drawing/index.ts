import type { Size, Style } from '../parameters'
import { compose } from './layouts'
import { type Random, randomFrom } from './random'
import type { Scene } from './scene'
import { renderEngraving } from './styles/engraving'
import { renderFlat } from './styles/flat'
import { renderLineArt } from './styles/line-art'
import { renderLineCircuit } from './styles/line-circuit'
import { renderLinocut } from './styles/linocut'
import { limited, trimmed } from './trim'
import { type Fill, writeSvg } from './write'

const RENDERERS: Readonly<Record<Style, (scene: Scene, random: Random) => Fill[]>> = {
  any: renderFlat,
  engraving: renderEngraving,
  line_art: renderLineArt,
  line_circuit: renderLineCircuit,
  linocut: renderLinocut,
}

/**
 * Draws a picture that answers to prompt, style and size, as an SVG file in the grammar of Recraft's own.
 * `seed` (a whole number) gives variations. The same arguments give the same bytes.
 */
export function draw(prompt: string, style: Style, size: Size, seed: number): string {
  const seedText = [prompt, style, size, seed].join('\n')
  const random = randomFrom(seedText)
  const scene = compose(prompt, size, random.fork('scene'))
  const rendered = RENDERERS[style](scene, random.fork('style'))
  const fills = limited(trimmed(rendered, scene.width, scene.height))
  const [pixelWidth = 1, pixelHeight = 1] = size.split('x').map(Number)
  const { width, height } = scene
  return writeSvg({ width, height, pixelWidth, pixelHeight, fills }, random.fork('write'), seedText)
}
