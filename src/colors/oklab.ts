import type { Hex } from './hex'

/** Lightness 0 to 1, then green to red and blue to yellow, both about -0.4 to 0.4. */
export type Lab = readonly [l: number, a: number, b: number]

/**
 * The color in OKLab (Ottosson 2020), where distances are as far as they look. `flare`: light that the screen reflects, as a
 * part of white.
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

/** Euclidean: 0.02 is about what can just be seen side by side. */
export function labDistance(a: Lab, b: Lab): number {
  const l = a[0] - b[0]
  const green = a[1] - b[1]
  const blue = a[2] - b[2]
  // Math.hypot guards against an overflow, which takes several times as long and cannot happen here.
  return Math.sqrt(l * l + green * green + blue * blue)
}

function linear(byte: number): number {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
