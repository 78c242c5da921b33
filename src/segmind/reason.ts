import { plainText } from './plain-text'

/** Longest quotation, in characters. */
const MAX_LENGTH = 300

/** Names of fields that may hold the reason. The first with words counts; a code is used only if there is nothing else. */
const NAMES = ['error_description', 'error', 'message', 'detail', 'errors', 'msg', 'reason', 'title'] as const

/** How deep a body is searched: `{error: {detail: [{msg}]}}`, and as deep below an unknown name. */
const MAX_DEPTH = 4

/** How many entries of a list of reasons are quoted. */
const MAX_REASONS = 3

/**
 * The server's message from an error body, as plain text of at most 300 characters; null if there is none. It reads
 * `{error}`, `{error, error_description}`, `{message}`, `{detail}` as a text or as a list of `{loc, msg}`, and
 * `{errors: [{message}]}`, also one level further down.
 */
export function readReason(body: unknown): string | null {
  const text = reasonIn(body, MAX_DEPTH) || reasonBelow(body)
  return text === '' ? null : text
}

function reasonIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return plainText(value, MAX_LENGTH)
  if (depth === 0 || typeof value !== 'object' || value === null) return ''
  if (Array.isArray(value)) {
    const reasons = value.slice(0, MAX_REASONS).map((entry) => reasonIn(entry, depth - 1))
    return plainText([...new Set(reasons.filter(Boolean))].join('; '), MAX_LENGTH)
  }
  const found = NAMES.map((name) => reasonIn(own(value, name), depth - 1)).filter(Boolean)
  const words = found.find((text) => !isCode(text)) ?? found[0] ?? ''
  const place = words && placeOf(own(value, 'loc'))
  return place && !words.includes(place) ? plainText(`${words} (${place})`, MAX_LENGTH) : words
}

/** The reason in any object that the body holds, such as `{data: {error}}`. */
function reasonBelow(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  for (const value of Object.values(body).slice(0, 20)) {
    const text = typeof value === 'object' ? reasonIn(value, MAX_DEPTH - 1) : ''
    if (text) return text
  }
  return ''
}

/** True for a text that only repeats the HTTP status or is a code: other texts in the body say more. */
const isCode = (text: string): boolean =>
  !/\s/.test(text) ||
  /^(bad request|unauthorized|payment required|not found|not acceptable|unprocessable (entity|content)|too many requests|internal server error|bad gateway|service unavailable)$/i.test(
    text,
  )

/** Which parameter a validation error is about: the last name in `["body", "prompt"]`. */
function placeOf(loc: unknown): string {
  const last = Array.isArray(loc) ? loc.filter((part) => typeof part === 'string').at(-1) : undefined
  return typeof last === 'string' && last !== 'body' ? plainText(last, 40) : ''
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
