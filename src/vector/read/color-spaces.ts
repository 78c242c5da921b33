import { type ColorData, ColorNotation } from '@csstools/css-color-parser'
import {
  convertA98ToXyz65,
  convertHslToRgb,
  convertHwbToRgb,
  convertLabToRgb,
  convertLchToLab,
  convertLrgbToRgb,
  convertOklabToRgb,
  convertP3ToXyz65,
  convertProphotoToXyz50,
  convertRec2020ToXyz65,
  convertXyz50ToRgb,
  convertXyz65ToRgb,
  type Rgb,
} from 'culori/fn'

type Convert = (a: number, b: number, c: number) => Rgb

const rgb: Convert = (r, g, b) => ({ mode: 'rgb', r, g, b })

/** Converts the channels of each notation to sRGB. Results may be out of gamut: Chromium clips them without gamut mapping. */
const CONVERSIONS: Readonly<Partial<Record<ColorNotation, Convert>>> = {
  [ColorNotation.HEX]: rgb,
  [ColorNotation.RGB]: rgb,
  [ColorNotation.sRGB]: rgb,
  [ColorNotation.Linear_sRGB]: (r, g, b) => convertLrgbToRgb({ r, g, b }),
  [ColorNotation.HSL]: (h, s, l) => convertHslToRgb({ h, s: Math.min(1, s / 100), l: l / 100 }),
  [ColorNotation.HWB]: (h, w, b) => convertHwbToRgb({ h, w: w / 100, b: b / 100 }),
  [ColorNotation.Lab]: (l, a, b) => convertLabToRgb({ l, a, b }),
  [ColorNotation.LCH]: (l, c, h) => convertLabToRgb(convertLchToLab({ l, c, h })),
  [ColorNotation.OKLab]: (l, a, b) => convertOklabToRgb({ l, a, b }),
  [ColorNotation.OKLCH]: (l, c, h) => {
    const { a, b } = convertLchToLab({ l, c, h })
    return convertOklabToRgb({ l, a, b })
  },
  [ColorNotation.Display_P3]: (r, g, b) => convertXyz65ToRgb(convertP3ToXyz65({ r, g, b })),
  [ColorNotation.A98_RGB]: (r, g, b) => convertXyz65ToRgb(convertA98ToXyz65({ r, g, b })),
  [ColorNotation.Rec2020]: (r, g, b) => convertXyz65ToRgb(convertRec2020ToXyz65({ r, g, b })),
  [ColorNotation.ProPhoto_RGB]: (r, g, b) => convertXyz50ToRgb(convertProphotoToXyz50({ r, g, b })),
  [ColorNotation.XYZ_D50]: (x, y, z) => convertXyz50ToRgb({ x, y, z }),
  [ColorNotation.XYZ_D65]: (x, y, z) => convertXyz65ToRgb({ x, y, z }),
}

/** Converts a color to sRGB, with channels from 0 to 1, or beyond if out of gamut; `none` is 0. Null for an unknown notation. */
export function toRgb({ colorNotation, channels }: ColorData): Rgb | null {
  const [a, b, c] = channels.map((channel) => (Number.isNaN(channel) ? 0 : channel))
  return CONVERSIONS[colorNotation]?.(a ?? 0, b ?? 0, c ?? 0) ?? null
}
