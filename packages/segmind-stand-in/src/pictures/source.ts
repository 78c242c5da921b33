import type { GenerationParameters } from '../parameters'

/** Makes the picture of a job: the SVG file's bytes. `variation`: how often the same was asked for before. */
export type PictureSource = (parameters: GenerationParameters, variation: number) => Buffer
