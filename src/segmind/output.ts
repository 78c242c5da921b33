/** Where the picture of a completed job is: in the body, or at an address. */
export type Output =
  | { readonly type: 'svg'; readonly text: string }
  | { readonly type: 'url'; readonly url: string }

/**
 * Reads the `output` of a result. The model's page says "Text/JSON", so both a media address and the SVG itself are
 * taken, alone or as the first of a list, and image objects with a `url`. Null when nothing of the kind is there.
 */
export function readOutput(body: Readonly<Record<string, unknown>>): Output | null {
  return readValue(body.output) ?? readValue(body.images)
}

function readValue(value: unknown): Output | null {
  if (typeof value === 'string') return readText(value)
  if (Array.isArray(value)) {
    for (const entry of value) {
      const output = readValue(entry)
      if (output) return output
    }
    return null
  }
  if (typeof value === 'object' && value !== null && 'url' in value) return readValue(value.url)
  return null
}

function readText(text: string): Output | null {
  const trimmed = text.trim()
  if (/^https?:\/\//i.test(trimmed)) return { type: 'url', url: trimmed }
  return trimmed.includes('<svg') ? { type: 'svg', text } : null
}
