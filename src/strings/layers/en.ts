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

/** A color that has a name of its own. */
export type ColorName = keyof typeof colors

/** The names of the layers that a picture becomes. */
export const layers = {
  colors,
  light: (color: string) => `Light ${color.toLowerCase()}`,
  dark: (color: string) => `Dark ${color.toLowerCase()}`,
  background: 'Background',
  /** A layer that paints nothing. */
  unpainted: 'Nothing',
  group: 'Group',
  clipped: 'Clipped group',
  masked: 'Masked group',
  mask: 'Mask',
  image: 'Image',
  text: 'Text',
  gradient: (from: string, to: string) => `Gradient ${from} → ${to}`,
  /** A layer's paint and how many shapes it holds. */
  shapes: (paint: string, count: number) => `${paint} · ${count === 1 ? '1 shape' : `${count} shapes`}`,
  /** Something that one would pick up: its color, and where in the picture it is. */
  object: (color: string, place: string) => `${color} shape, ${place}`,
  /** Loose small things, all together. */
  details: 'Details',
  /** A group within an object. */
  part: (color: string) => `${color} part`,
  /** One of several equal things, by the name that they have in common. */
  counted: (name: string, number: number) => `${name} ${number}`,
  /** The thirds of a picture, from top to bottom, and each from left to right. */
  places: [
    ['top left', 'top', 'top right'],
    ['left', 'middle', 'right'],
    ['bottom left', 'bottom', 'bottom right'],
  ],
  /** Another layer of the same name, counted from 2. */
  numbered: (name: string, number: number) => `${name} (${number})`,
}
