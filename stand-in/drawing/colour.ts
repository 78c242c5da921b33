/** Red, green and blue, each from 0 to 255; whole numbers only once written. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** A colour from `rrggbb`. */
export function hex(code: string): Rgb {
  const bits = Number.parseInt(code, 16)
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255]
}

/** The colour `share` of the way from one to another. */
export function mixed([r, g, b]: Rgb, [r2, g2, b2]: Rgb, share: number): Rgb {
  return [r + (r2 - r) * share, g + (g2 - g) * share, b + (b2 - b) * share]
}

/** A darker neighbour that leans to blue-violet, as shadows do. */
export function shaded(colour: Rgb, amount = 0.2): Rgb {
  return mixed(colour, [44, 26, 72], amount)
}

/** A lighter neighbour that leans to warm white. */
export function lit(colour: Rgb, amount = 0.25): Rgb {
  return mixed(colour, [255, 248, 228], amount)
}

/** Perceived lightness from 0 (black) to 1 (white), after the Rec. 601 luma weights. */
export function lightness([r, g, b]: Rgb): number {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255
}

/** How colourful, from 0 (grey) to 1. */
export function saturation([r, g, b]: Rgb): number {
  return (Math.max(r, g, b) - Math.min(r, g, b)) / 255
}

/** Plain distance in RGB, from 0 to about 441. */
export function distance([r, g, b]: Rgb, [r2, g2, b2]: Rgb): number {
  return Math.hypot(r - r2, g - g2, b - b2)
}

/** Colour words that a prompt may hold, in the tones that look well in a picture. */
export const NAMED: ReadonlyMap<string, Rgb> = new Map(
  Object.entries({
    red: 'd8433b',
    scarlet: 'd3332f',
    crimson: 'b3213f',
    orange: 'ee8434',
    coral: 'f4796b',
    salmon: 'f29a86',
    peach: 'f8c39d',
    yellow: 'f6c945',
    gold: 'e0a92e',
    golden: 'e0a92e',
    amber: 'e59a2c',
    mustard: 'd6a02f',
    green: '4f9d5b',
    lime: 'a5cb4c',
    olive: '86893d',
    mint: '9fd8bf',
    emerald: '24936b',
    teal: '2a8f92',
    turquoise: '3bb8ae',
    cyan: '4cc0d6',
    blue: '3d74c7',
    navy: '22345f',
    indigo: '43438f',
    purple: '7a4fa3',
    violet: '8a63c4',
    lavender: 'bda9e0',
    lilac: 'c8a8dc',
    magenta: 'c43f92',
    pink: 'f092ac',
    rose: 'de6f86',
    brown: '8a5a3b',
    beige: 'e6d3b3',
    cream: 'fbf1dc',
    white: 'fcfbf7',
    black: '26242b',
    grey: '8d9298',
    gray: '8d9298',
    silver: 'b9c0c6',
  }).map(([name, code]) => [name, hex(code)]),
)
