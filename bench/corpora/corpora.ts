import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../../tools/start/build-plugin'
import type { Figure, Row } from '../figure'
import { type Counts, drawnIn, OUTCOMES, openJudge } from './judge'

/** Where the files are, if they are; see `sources.md`. */
const ROOT = join(PROJECT, 'out/corpora')

interface Limits {
  /** Share of the pixels that may differ. */
  readonly pixels: number
  /** Shares of the files, at least; 0 to 1. */
  readonly right: number
  readonly rightOrTold: number
}

const ONE_PERCENT = 0.01

/** Sums of folders, each with its own limits. */
const GROUPS: readonly {
  readonly name: string
  readonly folders: readonly string[]
  readonly limits: Limits
}[] = [
  {
    name: 'resvg, core',
    folders: ['structure', 'shapes', 'painting', 'paint-servers', 'masking'].map((kind) => `resvg/${kind}`),
    limits: { pixels: ONE_PERCENT, right: 0.95, rightOrTold: 0.995 },
  },
  {
    name: 'resvg, rest',
    folders: ['resvg/text', 'resvg/filters'],
    limits: { pixels: ONE_PERCENT, right: 0, rightOrTold: 1 },
  },
  {
    name: 'icon sets',
    folders: ['icons'],
    limits: { pixels: 0.001, right: 0, rightOrTold: 1 },
  },
  {
    name: 'public files',
    folders: ['w3c', 'librsvg', 'svgnet', 'flags', 'logos', 'made'],
    limits: { pixels: ONE_PERCENT, right: 0.7, rightOrTold: 0.98 },
  },
]

/** Compares public SVG files with what becomes of them. A folder that is not there has a row that says so, and no limit. */
export async function corpora(): Promise<Figure> {
  const rows: Row[] = []
  const judge = await openJudge()
  for (const { name, folders, limits } of GROUPS) {
    const found: Counts[] = []
    for (const folder of folders) {
      const path = join(ROOT, folder)
      if (existsSync(path)) {
        const counts = await judge.judgeFolder(path, limits.pixels)
        found.push(counts)
        rows.push({ cells: cellsOf(folder, counts), met: null })
      } else rows.push({ cells: { folder, right: 'not here: see bench/corpora/sources.md' }, met: null })
    }
    if (found.length === 0) continue
    const all = Object.fromEntries(
      OUTCOMES.map((outcome) => [outcome, found.reduce((sum, counts) => sum + counts[outcome], 0)]),
    ) as Counts
    const total = drawnIn(all)
    const met = all.right >= limits.right * total && all.right + all.told >= limits.rightOrTold * total
    rows.push({ cells: { ...cellsOf(name, all), limit: limitText(limits) }, met })
  }
  await judge.close()
  return {
    name: 'corpora',
    title: 'Public SVG files: original and result in Chromium',
    columns: [
      { key: 'folder', heading: 'folder' },
      { key: 'files', heading: 'files' },
      { key: 'right', heading: 'right, %', digits: 1 },
      { key: 'told', heading: 'told, %', digits: 1 },
      { key: 'silent', heading: 'silent' },
      { key: 'refused', heading: 'refused' },
      { key: 'limit', heading: 'limit' },
    ],
    rows,
  }
}

/** Counts as cells. Files that the browser refuses are not counted. */
function cellsOf(folder: string, counts: Counts): Row['cells'] {
  const files = drawnIn(counts)
  const share = (count: number) => (100 * count) / files
  const { right, told, silent, refused } = counts
  return { folder, files, right: share(right), told: share(told), silent, refused }
}

const limitText = ({ right, rightOrTold, pixels }: Limits): string =>
  [
    right > 0 && `right ≥ ${100 * right} %`,
    `right or told ≥ ${100 * rightOrTold} %`,
    `at ${100 * pixels} % of the pixels`,
  ]
    .filter(Boolean)
    .join(', ')
