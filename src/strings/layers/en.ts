const colors = {
  black: 'Black',
  charcoal: 'Charcoal',
  gray: 'Gray',
  silver: 'Silver',
  white: 'White',
  ivory: 'Ivory',
  cream: 'Cream',
  beige: 'Beige',
  tan: 'Tan',
  khaki: 'Khaki',
  taupe: 'Taupe',
  brown: 'Brown',
  chocolate: 'Chocolate',
  terracotta: 'Terracotta',
  red: 'Red',
  crimson: 'Crimson',
  coral: 'Coral',
  salmon: 'Salmon',
  peach: 'Peach',
  orange: 'Orange',
  amber: 'Amber',
  gold: 'Gold',
  yellow: 'Yellow',
  lime: 'Lime',
  appleGreen: 'Apple green',
  olive: 'Olive',
  green: 'Green',
  forestGreen: 'Forest green',
  sage: 'Sage',
  mint: 'Mint',
  emerald: 'Emerald',
  teal: 'Teal',
  turquoise: 'Turquoise',
  cyan: 'Cyan',
  skyBlue: 'Sky blue',
  blue: 'Blue',
  navy: 'Navy',
  slate: 'Slate',
  indigo: 'Indigo',
  purple: 'Purple',
  lavender: 'Lavender',
  plum: 'Plum',
  magenta: 'Magenta',
  pink: 'Pink',
  rose: 'Rose',
}

/** A color with a name. */
export type ColorName = keyof typeof colors

/** Names of layers. */
export const layers = {
  colors,
  light: (color: string) => `Light ${color.toLowerCase()}`,
  dark: (color: string) => `Dark ${color.toLowerCase()}`,
  background: 'Background',
  /** A layer without paint. */
  unpainted: 'Nothing',
  group: 'Group',
  clipped: 'Clipped group',
  masked: 'Masked group',
  mask: 'Mask',
  image: 'Image',
  text: 'Text',
  gradient: (from: string, to: string) => `Gradient ${from} → ${to}`,
  /** A layer's color, and the number of its shapes. */
  shapes: (paint: string, count: number) => `${paint} · ${count === 1 ? '1 shape' : `${count} shapes`}`,
  /** An object: its color, and its place in the picture. */
  object: (color: string, place: string) => `${color} shape, ${place}`,
  /** The group of small leftover shapes. */
  details: 'Details',
  /** A group in an object. */
  part: (color: string) => `${color} part`,
  /** One of several equal objects, by their common name. */
  counted: (name: string, number: number) => `${name} ${number}`,
  /** The thirds of a picture from top to bottom, each from left to right. */
  places: [
    ['top left', 'top', 'top right'],
    ['left', 'middle', 'right'],
    ['bottom left', 'bottom', 'bottom right'],
  ],
  /** A further layer with the same name. Numbers start at 2. */
  numbered: (name: string, number: number) => `${name} (${number})`,
}
