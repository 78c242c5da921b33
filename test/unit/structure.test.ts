import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const WORKSPACES = readdirSync(join(PROJECT, 'packages'))

/** For each room: the rooms and the packages that it may import. Its own files it always may. */
const MAY_IMPORT: Record<
  string,
  { readonly rooms: readonly string[]; readonly packages: readonly string[] }
> = {
  'src/async': { rooms: [], packages: [] },
  'src/samples': { rooms: ['src/protocol'], packages: [] },
  'src/code': {
    rooms: ['src/async', 'src/protocol', 'src/segmind', 'src/samples', 'src/strings', 'src/text'],
    packages: ['zod/mini', 'virtual:vector-worker', 'virtual:opening-shells'],
  },
  'src/ui': {
    rooms: [
      'src/async',
      'src/protocol',
      'src/jobs',
      'src/segmind',
      'src/vector',
      'src/strings',
      'src/worker',
      'src/colors',
      'src/text',
    ],
    packages: ['preact', 'preact/hooks', '@preact/signals', 'preact-render-to-string'],
  },
  'src/colors': { rooms: ['src/protocol', 'src/vector'], packages: [] },
  'src/protocol': { rooms: [], packages: ['zod/mini'] },
  'src/segmind': { rooms: ['src/text'], packages: [] },
  'src/jobs': { rooms: ['src/async', 'src/segmind', 'src/text'], packages: ['zod/mini'] },
  // The others, for their types and a few facts.
  'src/strings': {
    rooms: ['src/protocol', 'src/jobs', 'src/segmind', 'src/vector', 'src/text'],
    packages: [],
  },
  'src/worker': { rooms: ['src/vector'], packages: [] },
  'src/text': { rooms: [], packages: [] },
  'src/vector': {
    // For the name of a color.
    rooms: ['src/colors', 'src/text'],
    packages: [
      'saxes',
      'css-select',
      'css-what',
      'culori/fn',
      'nth-check',
      '@csstools/css-color-parser',
      '@csstools/css-parser-algorithms',
      '@csstools/css-tokenizer',
      '@csstools/media-query-list-parser',
    ],
  },
  // The host runs what was built: sharing a line with the plugin would let a mistake hide on both sides.
  'packages/figma-host/src': {
    rooms: ['packages/figma-host/vite.config'],
    packages: [
      '@figma/plugin-typings/plugin-api-standalone',
      'preact',
      'preact/hooks',
      '@preact/signals',
      '@preact/preset-vite',
    ].concat(['vite', 'saxes', 'svgpath', 'quickjs-wasi', 'quickjs-wasi/quickjs.wasm', 'playwright-core']),
  },
  'packages/segmind-stand-in/src': { rooms: [], packages: ['selfsigned'] },
  // For the lists of media hosts and models.
  relay: { rooms: ['src/segmind'], packages: [] },
  'tools/prepare-svg': { rooms: ['src/vector'], packages: [] },
  // The plugin on the host with the stand-in.
  'tools/start': {
    rooms: ['src/segmind', 'packages/figma-host/src', 'packages/segmind-stand-in/src'],
    packages: ['playwright-core', 'vite'],
  },
  bench: {
    rooms: [
      'src/colors',
      'src/jobs',
      'src/protocol',
      'src/segmind',
      'src/vector',
      'packages/figma-host/src',
      'packages/segmind-stand-in/src',
      'tools/start',
      'test/support/samples',
      'test/support/code-stage',
      'test/support/kept-pictures',
      'test/support/opening',
      'test/support/panel-hands',
      'test/support/panel-stage',
      'test/support/picture',
    ],
    packages: ['culori/fn', 'preact', 'svgo', 'vite', 'pixelmatch', 'playwright-core'],
  },
}

const files = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))

const textOf = (file: string) => readFileSync(join(PROJECT, file), 'utf8')

const imports = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|(?<!')\bimport)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier ?? '')

/** The path in the project that a specifier leads to, without extension; null for a package from elsewhere. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return relative(PROJECT, resolve(PROJECT, dirname(file), specifier))
  const [name = '', ...path] = specifier.split('/')
  return WORKSPACES.includes(name) ? ['packages', name, 'src', ...path].join('/') : null
}

const roomOf = (file: string) =>
  Object.keys(MAY_IMPORT).find((room) => file === room || file.startsWith(`${room}/`)) ?? file

describe('who may import whom', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (room, { rooms, packages }) => {
    const breaches: string[] = []
    for (const file of files(room)) {
      for (const specifier of imports(textOf(file))) {
        const name = specifier.replace(/\?.*$/, '')
        const target = targetOf(file, name)
        const allowed =
          target === null
            ? packages.includes(name) ||
              /\.css$/.test(name) ||
              (!room.startsWith('src/') && name.startsWith('node:'))
            : [room, ...rooms].includes(roomOf(target))
        if (!allowed) breaches.push(`${file} imports ${specifier}`)
      }
    }
    expect(breaches).toEqual([])
  })

  it('covers every room there is', () => {
    const rooms = readdirSync(join(PROJECT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(rooms.map(({ name }) => `src/${name}`).sort()).toEqual(
      Object.keys(MAY_IMPORT)
        .filter((room) => room.startsWith('src/'))
        .sort(),
    )
  })

  it('finds an import that is not allowed', () => {
    expect(imports("import { a } from '../ui/app'\nawait import('preact')")).toEqual(['../ui/app', 'preact'])
  })
})

it('user-visible wording stands in strings/ alone: no view holds a sentence of its own', () => {
  const sentences = files('src/ui')
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*</g)].map(([, text]) => `${file}: ${text}`),
    )
  expect(sentences).toEqual([])
})
