import type { GenerationParameters } from '../parameters'

/** Returns the picture of a job: the SVG file's bytes. `variation`: number of earlier jobs with the same parameters. */
export type PictureSource = (parameters: GenerationParameters, variation: number) => Buffer
