import * as z from 'zod/mini'
import { keptChoice, keptPrompt, number, oneOf, text } from './fields'

/**
 * How a picture came to be, as it is kept on its layer. Never the key, and nothing of the document. `version` tells what later
 * forms are to be read as.
 */
export const Recipe = z.object({
  version: oneOf([1]),
  prompt: keptPrompt,
  style: keptChoice,
  /** As Segmind writes it: `1024x1024`. */
  size: keptChoice,
  /** Left out for the first model, as in stored requests. */
  model: z.optional(keptChoice),
  requestId: z.nullable(text(1000)),
  /** In US dollars. */
  cost: z.nullable(number),
  /** When it was asked for, in ms since 1970. */
  at: number,
  /** How it became layers. */
  layers: text(64),
  background: text(64),
  unify: number,
})

export type Recipe = z.infer<typeof Recipe>
