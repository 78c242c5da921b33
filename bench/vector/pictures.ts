import { readSample, sampleNames } from '../../test/support/samples'
import { generatedPicture } from './generated-picture'

export interface Picture {
  readonly name: string
  readonly text: string
}

const pictureOf = (name: string): Picture => ({ name, text: readSample(name) })

/** Real pictures, as far as they are on this machine. */
export const samples: readonly Picture[] = sampleNames.map(pictureOf)

/** Those of them that nobody has compressed: their paths still have the transform that Recraft puts on each. */
export const asReturned = samples.filter(({ text }) => text.includes('transform="translate(0,0)"'))

/** Numbers of shapes by which growth is measured: ten times as many each. */
export const COUNTS = [100, 1000, 10_000] as const

export const generated: readonly Picture[] = COUNTS.map((count) => ({
  name: `generated, ${count} shapes`,
  text: generatedPicture(count),
}))
