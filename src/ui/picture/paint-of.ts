/** Returns the CSS background of a swatch with one or more colors. */
export const paintOf = (colors: readonly string[]): string =>
  colors.length > 1 ? `linear-gradient(90deg, ${colors.join(', ')})` : (colors[0] ?? 'none')
