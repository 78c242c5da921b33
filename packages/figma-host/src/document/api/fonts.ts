import type { PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { ApiError } from '../errors'
import { FONTS, fontKey, hasFont } from '../fonts'
import { fontName } from '../nodes/text'
import type { Session } from '../session'

/** The fonts for text layers. */
export const fonts = {
  listAvailableFontsAsync: { call: async () => FONTS.map((fontName) => ({ fontName })) },
  loadFontAsync: {
    call: async ({ loadedFonts }: Session, value) => {
      const font = fontName(value, 'fontName')
      if (!hasFont(font)) throw new ApiError(`The font "${fontKey(font)}" could not be loaded`)
      loadedFonts.add(fontKey(font))
    },
  },
} satisfies Area<PluginAPI>
