/** The two properties with paints that a layer may have. */
export const FIELDS = ['fills', 'strokes'] as const

export type Field = (typeof FIELDS)[number]

/** Returns a layer's paints; null if it has no such property, `mixed` if its parts differ. */
export function paintsOf(layer: SceneNode, field: Field): readonly Paint[] | 'mixed' | null {
  if (!(field in layer)) return null
  const paints = layer[field as keyof SceneNode] as unknown as readonly Paint[] | symbol | undefined
  if (typeof paints === 'symbol') return 'mixed'
  return paints ?? null
}

/** Converts a Figma color, with channels from 0 to 1, to `#rrggbb`. */
export const hexOf = ({ r, g, b }: RGB): string =>
  `#${[r, g, b].map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`

const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, channel)) * 255)

/** Converts `#rrggbb` to a Figma color. */
export function rgbOf(hex: string): RGB {
  const value = parseInt(hex.slice(1), 16)
  return { r: (value >> 16) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 }
}

/** Returns the parts of a paint that have a color: a solid paint itself, or a gradient's stops. */
export function coloredParts(paint: Paint): readonly (SolidPaint | ColorStop)[] {
  if (paint.type === 'SOLID') return [paint]
  return 'gradientStops' in paint ? paint.gradientStops : []
}

/** Returns the colors of the visible paints. */
export function colorsIn(paints: readonly Paint[]): string[] {
  const colors: string[] = []
  for (const paint of paints) {
    if (paint.visible === false) continue
    for (const { color } of coloredParts(paint)) colors.push(hexOf(color))
  }
  return colors
}
