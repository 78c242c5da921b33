import * as z from 'zod/mini'
import { isPrematureEnd } from './retention'
import { type JobState, SOURCES } from './states'

// See protocol/wire.ts: zod's compiled parsers would break the panel's Content-Security-Policy.
z.config({ jitless: true })

/** In ms since 1970, such as a `Date` can hold. */
const time = z.number().check(z.minimum(0), z.maximum(8.64e15))
const text = (most: number) => z.string().check(z.maxLength(most))
const nullableNumber = z.nullable(z.number())
const nullableText = z.nullable(z.string())

/** Texts are only limited in length. Whether this version knows the model, style and size is checked before sending. */
const request = z.object({
  prompt: text(10_000),
  // Another version may offer a model without styles or sizes.
  style: z.catch(text(64), ''),
  size: z.catch(text(64), ''),
  // Not absent, because a request without a model means the first one.
  model: z.catch(z.optional(text(64)), ''),
})

const error = z.object({
  kind: z.string(),
  charged: z.enum(['no', 'yes', 'unknown']),
  repeatable: z.boolean(),
  status: nullableNumber,
  serverMessage: nullableText,
  requestId: nullableText,
  host: nullableText,
  resetAt: nullableNumber,
})

/**
 * What the journal stores of a job: one entry for each step, each under its own key. Only the next attempt overwrites one. The
 * state of a job follows from the entries that exist, so two windows that write at the same time cannot undo each other's
 * steps. Times in ms since 1970.
 */
export const ENTRY_SCHEMAS = {
  /** Written before the POST, or before the user's own picture. A repeat after a 429, or by the other way to the service, has a higher attempt. */
  sent: z.object({ attempt: z.number(), at: time, via: z.enum(SOURCES), request }),
  /** The attempt was refused with 429, and the next one follows at `until`. */
  refused: z.object({ attempt: z.number(), at: time, until: time }),
  /** Written before the first poll. */
  accepted: z.object({ requestId: text(1000), at: time }),
  /** Written before the media fetch. `waited`: ms from accepted to noticed as completed. */
  fetched: z.object({
    at: time,
    url: nullableText,
    waited: nullableNumber,
    cost: nullableNumber,
    inferenceTime: nullableNumber,
    queueTime: nullableNumber,
  }),
  /** Written after the compressed picture, and before it is shown. */
  kept: z.object({ at: time, bytes: z.number() }),
  inserted: z.object({ at: time }),
  ended: z.object({ attempt: z.number(), at: time, how: z.enum(['failed', 'expired', 'unknown']), error }),
  starred: z.object({ on: z.boolean() }),
  /** The user no longer waits for it. It continues in the background. */
  background: z.object({ at: time }),
  /** Deleted, but still restorable. It is deleted permanently after a while, or the next time the plugin opens. */
  removed: z.object({ on: z.boolean() }),
} as const

export type EntryKind = keyof typeof ENTRY_SCHEMAS
export type Entry<K extends EntryKind> = z.infer<(typeof ENTRY_SCHEMAS)[K]>

/** The entries of one job; there is no job without the first. */
export type Entries = { readonly sent: Entry<'sent'> } & {
  readonly [K in Exclude<EntryKind, 'sent'>]?: Entry<K>
}

export const isEntryKind = (kind: string): kind is EntryKind =>
  Object.prototype.propertyIsEnumerable.call(ENTRY_SCHEMAS, kind)

/** Reads a stored entry; null if this version cannot read it. */
export function decodeEntry<K extends EntryKind>(kind: K, text: string): Entry<K> | null {
  try {
    const parsed = ENTRY_SCHEMAS[kind].safeParse(JSON.parse(text))
    return parsed.success ? (parsed.data as Entry<K>) : null
  } catch {
    return null
  }
}

/** The state of a job: the furthest that its entries prove. */
export function stateOf(entries: Entries): JobState {
  const { sent, refused, accepted, fetched, kept, inserted, ended } = entries
  if (kept) return inserted ? 'inserted' : 'kept'
  const isOver = ended !== undefined && ended.attempt >= sent.attempt && !isPrematureEnd(entries)
  if (isOver && ended.how === 'failed') return 'failed'
  // The address that one window has found counts more than another window's end by the clock.
  if (fetched && !(isOver && ended.how === 'expired' && ended.at >= fetched.at)) return 'fetched'
  if (isOver && ended.how === 'expired') return 'expired'
  if (accepted) return 'accepted'
  if (isOver) return 'unknown'
  return refused && refused.attempt >= sent.attempt ? 'waiting' : 'sending'
}
