import * as z from 'zod/mini'

/**
 * How a picture came to be, as it is kept on its layer. Never the key, and nothing of the document. `version` tells what later
 * forms are to be read as.
 */
export const Recipe = z.object({
  version: z.literal(1),
  prompt: z.string().check(z.maxLength(1000)),
  style: z.string().check(z.maxLength(64)),
  /** As Segmind writes it: `1024x1024`. */
  size: z.string().check(z.maxLength(64)),
  requestId: z.nullable(z.string().check(z.maxLength(200))),
  /** In US dollars. */
  cost: z.nullable(z.number()),
  /** When it was asked for, in ms since 1970. */
  at: z.number(),
  /** How it became layers. */
  layers: z.string().check(z.maxLength(64)),
  background: z.string().check(z.maxLength(64)),
  unify: z.number(),
})

export type Recipe = z.infer<typeof Recipe>
