/**
 * `npx tsx bench/corpora/icons.ts` installs icon sets into `out/corpora/packages`, and writes 200 icons of each, evenly spaced by name,
 * to `out/corpora/icons`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../../tools/start/build-plugin'

const SETS = [
  ...['carbon', 'flat-color-icons', 'fluent', 'logos', 'lucide', 'mdi'],
  ...['noto', 'openmoji', 'ph', 'ri', 'tabler', 'twemoji'],
]

const ICONS = 200

interface IconSet {
  readonly icons: Readonly<
    Record<string, { readonly body: string; readonly width?: number; readonly height?: number }>
  >
  readonly width?: number
  readonly height?: number
}

const packages = join(PROJECT, 'out/corpora/packages')
mkdirSync(packages, { recursive: true })
const names = SETS.map((set) => `@iconify-json/${set}`)
execFileSync('npm', ['install', '--no-save', '--prefix', packages, ...names], { stdio: 'inherit' })
for (const set of SETS) {
  const file = join(packages, 'node_modules/@iconify-json', set, 'icons.json')
  const { icons, ...size }: IconSet = JSON.parse(readFileSync(file, 'utf8'))
  const folder = join(PROJECT, 'out/corpora/icons', set)
  mkdirSync(folder, { recursive: true })
  const all = Object.entries(icons).sort(([a], [b]) => (a < b ? -1 : 1))
  for (let i = 0; i < ICONS; i += 1) {
    const [name, icon] = all[Math.floor((i * all.length) / ICONS)] ?? []
    if (!name || !icon) continue
    const { width = 16, height = 16 } = { ...size, ...icon }
    const root = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`
    writeFileSync(join(folder, `${name}.svg`), `${root}${icon.body}</svg>\n`)
  }
}
