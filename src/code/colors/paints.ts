/** The two lists of paints that a layer may have. */
export const FIELDS = ['fills', 'strokes'] as const

export type Field = (typeof FIELDS)[number]

/** A layer's paints; null where it has none of the kind, `mixed` where its parts differ. */
export function paintsOf(layer: SceneNode, field: Field): readonly Paint[] | 'mixed' | null {
  if (!(field in layer)) return null
  const paints = layer[field as keyof SceneNode] as unknown as readonly Paint[] | symbol | undefined
  if (typeof paints === 'symbol') return 'mixed'
  return paints ?? null
}

/** `#rrggbb` of a color as Figma has it, with channels from 0 to 1. */
export const hexOf = ({ r, g, b }: RGB): string =>
  `#${[r, g, b].map((channel) => byte(channel).toString(16).padStart(2, '0')).join('')}`

const byte = (channel: number) => Math.round(Math.min(1, Math.max(0, channel)) * 255)

/** A color as Figma has it, of `#rrggbb`. */
export function rgbOf(hex: string): RGB {
  const value = parseInt(hex.slice(1), 16)
  return { r: (value >> 16) / 255, g: ((value >> 8) & 255) / 255, b: (value & 255) / 255 }
}

/** What of a paint has a color: itself, or a gradient's stops. */
export function coloredParts(paint: Paint): readonly (SolidPaint | ColorStop)[] {
  if (paint.type === 'SOLID') return [paint]
  return 'gradientStops' in paint ? paint.gradientStops : []
}

/** The colors of the paints that are seen. */
export function colorsIn(paints: readonly Paint[]): string[] {
  const colors: string[] = []
  for (const paint of paints) {
    if (paint.visible === false) continue
    for (const { color } of coloredParts(paint)) colors.push(hexOf(color))
  }
  return colors
}
