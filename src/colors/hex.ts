/** A color in sRGB: `#rrggbb`, lower case. */
export type Hex = string
