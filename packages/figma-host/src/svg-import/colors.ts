import type { RGB } from '@figma/plugin-typings/plugin-api-standalone'

/** What Figma replaces unsupported colors with. */
export const BLACK: RGB = { r: 0, g: 0, b: 0 }

/**
 * Parses a color that Figma is recorded to import: `#rgb`, `#rrggbb`, or `rgb(r, g, b)` with integers from 0 to 255. Null for any other
 * notation. The result has channels 0..1.
 */
export function parseColor(text: string): RGB | null {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text)?.[1]
  if (hex !== undefined) {
    const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
    return fromChannels([0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)))
  }
  const list = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text)
  if (!list) return null
  const channels = list.slice(1).map(Number)
  return channels.every((channel) => channel <= 255) ? fromChannels(channels) : null
}

function fromChannels([r = 0, g = 0, b = 0]: readonly number[]): RGB {
  return { r: r / 255, g: g / 255, b: b / 255 }
}
