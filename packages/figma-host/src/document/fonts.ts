import type { FontName } from '@figma/plugin-typings/plugin-api-standalone'

/** The fonts that are available in the host. */
export const FONTS: readonly FontName[] = ['Inter', 'Roboto'].flatMap((family) =>
  ['Regular', 'Italic', 'Medium', 'Bold', 'Bold Italic'].map((style) => ({ family, style })),
)

/** Returns a key for a font. */
export function fontKey({ family, style }: FontName): string {
  return `${family} ${style}`
}

/** Returns whether a font is available. */
export function hasFont(font: FontName): boolean {
  return FONTS.some((known) => fontKey(known) === fontKey(font))
}
