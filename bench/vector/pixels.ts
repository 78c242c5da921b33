import type { Page } from 'playwright-core'
import type { LayerMode } from '../../src/vector/layers/arrange'
import { prepare } from '../../src/vector/prepare'
import type { BundleScope } from './bundle'
import type { Difference, Pair } from './compare'
import { generated, type Picture, samples } from './pictures'
import type { Measured } from './row'
import { svgo } from './svgo'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']
/** White, and a color that makes every gap visible. */
const GROUNDS = ['#ffffff', '#ff00ff']
/** The normal size, and twice that for high-density screens or zooming in. */
const SCALES = [1, 2]

interface Worst extends Difference {
  readonly picture: Picture
  /** Where the pixels differed most: mode, size, and background. */
  readonly where: string
}

/** Measures how much each picture differs from the original, in a page with the bundle. */
export async function pixelMeasures(page: Page): Promise<Measured[]> {
  const measured: Measured[] = []
  const shifts: Measured[] = []
  for (const [pictures, list] of [['all samples', samples] as const, ['generated', generated] as const]) {
    const ours: Worst[] = []
    const theirs: Worst[] = []
    for (const picture of list) {
      ours.push(await worst(page, picture, ourResults(picture)))
      theirs.push(await worst(page, picture, { SVGO: svgo(picture.text) }))
    }
    measured.push(...ours.map((one, i) => pixelShare(one, theirs[i])))
    if (list.length > 0) shifts.push(flatShift(pictures, ours, theirs))
  }
  return [...measured, ...shifts]
}

const pixelShare = ({ picture, pixels, where }: Worst, theirs: Worst | undefined): Measured => ({
  ...{ what: 'pixels that differ, worst', pictures: picture.name, unit: '%', bar: 0.1 },
  ours: 100 * pixels,
  ...(theirs && { svgo: 100 * theirs.pixels }),
  note: pixels > 0 ? where : '',
})

const flatShift = (pictures: string, ours: readonly Worst[], theirs: readonly Worst[]): Measured => ({
  ...{ what: 'shift of flat colors, worst', pictures, unit: 'OKLab', bar: 0.03 },
  ours: Math.max(...ours.map(({ shift }) => shift)),
  svgo: Math.max(...theirs.map(({ shift }) => shift)),
})

type Results = Readonly<Record<string, string>>

const ourResults = ({ text }: Picture): Results =>
  Object.fromEntries(MODES.map((layers) => [layers, prepare(text, { layers }).svg]))

async function worst(page: Page, picture: Picture, results: Results): Promise<Worst> {
  const size = prepare(picture.text)
  let most: Worst = { picture, pixels: 0, shift: 0, where: '' }
  for (const [name, result] of Object.entries(results)) {
    for (const scale of SCALES) {
      const width = Math.round(size.width * scale)
      const height = Math.round(size.height * scale)
      for (const ground of GROUNDS) {
        const pair = { original: picture.text, result, width, height, ground }
        const { pixels, shift } = await compareIn(page, pair)
        const where = `${name}, ${width} × ${height}, on ${ground}`
        if (pixels > most.pixels) most = { ...most, pixels, where }
        if (shift > most.shift) most = { ...most, shift }
      }
    }
  }
  return most
}

const compareIn = (page: Page, pair: Pair): Promise<Difference> =>
  page.evaluate((given) => (globalThis as unknown as BundleScope).inkwright.compare(given), pair)
