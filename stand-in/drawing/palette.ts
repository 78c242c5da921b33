import { hex, type Rgb } from './colour'

/** The colours of one picture. Motifs bring their own; these are for the surroundings and for things. */
export interface Palette {
  readonly sky: readonly [top: Rgb, horizon: Rgb]
  /** Hills or houses from the farthest to the nearest. */
  readonly land: readonly [Rgb, Rgb, Rgb, Rgb]
  readonly water: Rgb
  /** Three colours that go together and stand out from the rest. */
  readonly accents: readonly [Rgb, Rgb, Rgb]
  readonly leaf: Rgb
  readonly light: Rgb
  readonly dark: Rgb
  /** A quiet ground to set a single thing on, and the backdrop shape behind it. */
  readonly ground: Rgb
  readonly backdrop: Rgb
}

/** Light, season or place that sets the colours. */
export type Mood =
  | 'day'
  | 'meadow'
  | 'sunset'
  | 'night'
  | 'autumn'
  | 'winter'
  | 'ocean'
  | 'desert'
  | 'spring'
  | 'space'
  | 'studio'
  | 'berry'

function palette(
  sky: string,
  land: string,
  water: string,
  accents: string,
  leaf: string,
  light: string,
  dark: string,
  quiet: string,
): Palette {
  const list = (codes: string): Rgb[] => codes.split(' ').map(hex)
  const [top, horizon] = list(sky) as [Rgb, Rgb]
  const [ground, backdrop] = list(quiet) as [Rgb, Rgb]
  return {
    sky: [top, horizon],
    land: list(land) as [Rgb, Rgb, Rgb, Rgb],
    water: hex(water),
    accents: list(accents) as [Rgb, Rgb, Rgb],
    leaf: hex(leaf),
    light: hex(light),
    dark: hex(dark),
    ground,
    backdrop,
  }
}

/** One palette a mood. */
export const PALETTES: Readonly<Record<Mood, Palette>> = {
  day: palette(
    '7cc4e4 e3f3ee',
    'a5cbc9 74b09a 4d9470 37785a',
    '3f9bbf',
    'f2674a f7b844 2e86ab',
    '4b9a62',
    'fffaf0',
    '22405a',
    'fdf3e1 f6c667',
  ),
  meadow: palette(
    '8fd0e8 f5f5dc',
    'b6d8b0 8dc17f 6aa85a 4b8a47',
    '58acc4',
    'f0705a f8c64a 7d63b8',
    '5a9b4a',
    'fffdf2',
    '2d4a37',
    'f7f3de 9fd0a0',
  ),
  sunset: palette(
    '4a3f7d ffb26b',
    'b86a86 8a4c7c 5f3769 3d2750',
    '705090',
    'ff7a59 ffd166 ef476f',
    '6b4a72',
    'fff1d6',
    '2b1c40',
    'ffe8d1 f2866a',
  ),
  night: palette(
    '131c46 3a4f92',
    '33477f 27386b 1b2955 131d40',
    '22407a',
    'ffd976 8fb8f5 e98fb0',
    '2f5a6a',
    'fdf3cf',
    '0d1430',
    '1f2a5c 35478c',
  ),
  autumn: palette(
    'f1dcb4 fbf0d6',
    'e3b878 d18d4a b3623a 82432f',
    '7ba5a0',
    'd9512c f0a830 8f2d3c',
    'c9722f',
    'fff7e6',
    '4a2620',
    'fbf0dc eaa551',
  ),
  winter: palette(
    'a9cbe6 eef5fa',
    'c9dcea a6c4da 7fa6c4 f4f8fb',
    '7db0d3',
    'd84a4a f2c14e 2e6f95',
    '3f7a74',
    'ffffff',
    '22394f',
    'edf4f8 a9cfe4',
  ),
  ocean: palette(
    '0f4c75 4fb9c8',
    '2b8ca3 1c6f8c 145674 0e3d58',
    '2a9db5',
    'ff8360 ffd25a f25f8a',
    '3aa38f',
    'f2fbf6',
    '0b2a44',
    'e6f5f1 67bfc6',
  ),
  desert: palette(
    '8ec9d6 fde8c4',
    'e6b98c d6935e bd7048 95503a',
    '5aa9ad',
    'e2603f f3b64b 3f8c86',
    '6f9455',
    'fff6e0',
    '4f2a2a',
    'fbead0 eda66d',
  ),
  spring: palette(
    'b4e0ee fef3ef',
    'd3e8c0 b4d89b 8fc27c 6aa765',
    '7cc4d8',
    'f283a4 fbcf5f 9a82d1',
    '6fb067',
    'fffaf8',
    '43405f',
    'fdf0f2 f7bccb',
  ),
  space: palette(
    '120f33 43307c',
    '5b4a9a 44377f 302663 1e1847',
    '3a5fa8',
    'ff8a5c ffd464 5fd0d6',
    '4aa592',
    'fdf6e4',
    '0d0a26',
    '1d1850 4b3a92',
  ),
  studio: palette(
    'f7e6cf fff6ea',
    'f2cfa8 e8ac86 c97c66 8b5160',
    '6aaeb5',
    'e6563f f4b13e 256d85',
    '5c9a78',
    'fffaf2',
    '2d2a44',
    'fff3e2 f7c7a3',
  ),
  berry: palette(
    'c7b7e8 fbe9f0',
    'c9a2cf a877b4 7f5497 573a75',
    '7f9bd6',
    'e5496f f7b267 5b8def',
    '6aa38c',
    'fff8fb',
    '33214f',
    'f6ecf7 cdb3e6',
  ),
}
