import { decodeBase64, decodePercent } from './base64'
import { readMediaAddress } from './media-address'

/** Where the picture of a completed job is: in the body, or at an address. */
export type Output =
  | { readonly type: 'svg'; readonly text: string }
  | { readonly type: 'url'; readonly url: string }

/** Names of fields that may hold a picture, as seen or plausible. The first that holds one counts. */
const NAMES = [
  ...['output', 'svg', 'image', 'images', 'url', 'data', 'result'],
  ...['outputs', 'svg_url', 'image_url', 'output_url', 'urls', 'file', 'files'],
]

/** How deep a body is searched. No known body nests its picture deeper. */
const DEPTH = 6

/**
 * Finds the picture in a result. The model's page says "Text/JSON" and nothing more, so every plausible form is read:
 * a media address, the SVG itself, JSON within a string, a list, `images[]`, base64, a data: URI. Null when none is there.
 */
export function readOutput(value: unknown, depth = 0): Output | null {
  if (depth > DEPTH) return null
  if (typeof value === 'string') return readText(value, depth)
  const candidates = Array.isArray(value)
    ? value
    : typeof value === 'object' && value !== null
      ? NAMES.map((name) => (value as Record<string, unknown>)[name])
      : []
  let foreign: Output | null = null
  for (const candidate of candidates) {
    const output = readOutput(candidate, depth + 1)
    if (output && !isForeign(output)) return output
    foreign ??= output
  }
  return foreign
}

/** True if the picture may not be fetched from there: any other place in the result is preferred. */
const isForeign = (output: Output): boolean =>
  output.type === 'url' && readMediaAddress(output.url).type === 'foreign'

function readText(text: string, depth: number): Output | null {
  const trimmed = text.trim()
  if (/^https?:\/\//i.test(trimmed)) return { type: 'url', url: trimmed }
  // Without a scheme, only what begins with a host name: base64 can also begin with two slashes.
  if (/^\/\/(?:[\w-]+\.)+[a-z]{2,}\.?(?::\d+)?(?:[/?#]|$)/i.test(trimmed))
    return { type: 'url', url: `https:${trimmed}` }
  if (/^["[{]/.test(trimmed)) {
    try {
      return readOutput(JSON.parse(trimmed), depth + 1)
    } catch {
      // Not JSON: it may still be an SVG with other text before it.
    }
  }
  const uri = /^data:image\/svg\+xml([^,]*),/i.exec(trimmed)
  if (uri) {
    const data = trimmed.slice(uri[0].length)
    const plain = decodePercent(data) ?? data
    return svgOrNull(/;base64$/i.test(uri[1] ?? '') ? decodeBase64(plain) : plain)
  }
  if (isSvg(trimmed)) return { type: 'svg', text }
  return /^[\w+/=\s-]{16,}$/.test(trimmed) ? svgOrNull(decodeBase64(trimmed)) : null
}

const svgOrNull = (text: string | null): Output | null =>
  text !== null && isSvg(text) ? { type: 'svg', text } : null

/** True for a text that is an SVG, with any namespace prefix, and not an HTML page that contains one. */
export function isSvg(text: string): boolean {
  const at = text.search(/<(?:[A-Za-z_][\w.-]{0,40}:)?svg[\s/>]/)
  return at >= 0 && !/<(?:!doctype\s+html|html|head|body)[\s>]/i.test(text.slice(0, at))
}
