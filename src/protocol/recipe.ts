import * as z from 'zod/mini'
import { number, oneOf, storedChoice, storedPrompt, text } from './fields'

/**
 * How a picture was made, as stored on its layer. Never contains the key or anything from the document. `version` distinguishes
 * later formats.
 */
export const Recipe = z.object({
  version: oneOf([1]),
  prompt: storedPrompt,
  style: storedChoice,
  /** In Segmind's format: `1024x1024`. */
  size: storedChoice,
  /** Absent for the first model, as in stored requests. */
  model: z.optional(storedChoice),
  requestId: z.nullable(text(1000)),
  /** In US dollars. */
  cost: z.nullable(number),
  /** When it was requested, in ms since 1970. */
  at: number,
  /** Its origin, if it was not generated: `file`. Then it cannot be drawn again, and `prompt` is the file's name. */
  origin: z.optional(text(64)),
  /** The layer options that it was prepared with. */
  layers: text(64),
  background: text(64),
  /** Absent in pictures of earlier versions, which kept them. */
  holes: z.optional(text(64)),
  unify: number,
})

export type Recipe = z.infer<typeof Recipe>
