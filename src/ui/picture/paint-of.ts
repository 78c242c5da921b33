/** The paint of a swatch for several colors. */
export const paintOf = (colors: readonly string[]): string =>
  colors.length > 1 ? `linear-gradient(90deg, ${colors.join(', ')})` : (colors[0] ?? 'none')
