import type { Hex } from './hex'

/** Lightness from 0 to 1, then green to red and blue to yellow, both from about -0.4 to 0.4. */
export type Lab = readonly [l: number, a: number, b: number]

/**
 * Converts a color to OKLab (Ottosson 2020), in which distances are perceptually uniform. `flare`: light reflected by the screen,
 * as a share of white.
 */
export function toLab(hex: Hex, flare = 0): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  const r = linear(value >> 16) + flare
  const g = linear((value >> 8) & 255) + flare
  const b = linear(value & 255) + flare
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

/** Euclidean distance. About 0.02 is just noticeable side by side. */
export function labDistance(a: Lab, b: Lab): number {
  const l = a[0] - b[0]
  const green = a[1] - b[1]
  const blue = a[2] - b[2]
  // Math.hypot also prevents overflow, which cannot happen here, and is several times slower.
  return Math.sqrt(l * l + green * green + blue * blue)
}

function linear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
