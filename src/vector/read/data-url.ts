import { decodeBase64 } from './image-size'

const DATA_URL = /^data:([^,]*),([\s\S]*)$/i

export type DataUrl =
  /** `start`: the first 256 kB. */
  | { readonly type: 'raster'; readonly base64: string; readonly start: Uint8Array }
  | { readonly type: 'svg'; readonly text: string }

/** Reads a data URL with an SVG, or with a raster image in Base64, whatever the URL calls its format. Null for all other URLs. */
export function readDataUrl(url: string): DataUrl | null {
  const [, head, rest] = DATA_URL.exec(url.trim()) ?? []
  if (head === undefined || rest === undefined) return null
  const isSvg = /^\s*image\/svg\+xml\b/i.test(head)
  if (!/;\s*base64\s*$/i.test(head)) {
    const text = isSvg ? percentDecoded(rest) : null
    return text === null ? null : { type: 'svg', text }
  }
  const base64 = rest
    .replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\s+/g, '')
  if (!/^[\w+/=-]*$/.test(base64)) return null
  const start = decodeBase64(base64)
  if (!isSvg) return { type: 'raster', base64, start }
  const text = percentDecoded(percentEncoded(decodeBase64(base64, Number.POSITIVE_INFINITY)))
  return text === null ? null : { type: 'svg', text }
}

/** Null for bytes that are not UTF-8. */
function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
  } catch {
    return null
  }
}

/** Bytes outside of ASCII as `%xx`, so that they can be decoded as UTF-8. `TextDecoder` is not part of the language. */
function percentEncoded(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    text +=
      byte < 0x80 && byte !== 0x25 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`
  }
  return text
}
