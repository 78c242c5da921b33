import { readSample, sampleNames } from '../../test/support/samples'
import { generatedPicture } from './generated-picture'

export interface Picture {
  readonly name: string
  readonly text: string
}

const pictureOf = (name: string): Picture => ({ name, text: readSample(name) })

/** Real pictures, if they exist on this machine. */
export const samples: readonly Picture[] = sampleNames.map(pictureOf)

/** The samples that have not been optimized: their paths still have Recraft's transform. */
export const asReturned = samples.filter(({ text }) => text.includes('transform="translate(0,0)"'))

/** Numbers of shapes for measuring growth, each ten times the one before. */
export const COUNTS = [100, 1000, 10_000] as const

export const generated: readonly Picture[] = COUNTS.map((count) => ({
  name: `generated, ${count} shapes`,
  text: generatedPicture(count),
}))
