import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const WORKSPACES = readdirSync(join(PROJECT, 'packages'))

/**
 * The folders that each folder may import and, after the bar, the packages. Every folder may import its own files.
 * - strings: the others, for their types and a few facts. The names of layers are separate, because vector uses them. vector: colors, for
 * distances and names. relay: for the lists of media hosts and models. tools/start: the plugin on the host with the stand-in.
 * - figma-host runs built plugins: if it shared code with the plugin, the same mistake could be on both sides.
 */
const MAY_IMPORT = Object.fromEntries(
  `
  src/async: |
  src/samples: src/protocol |
  src/code: src/async src/protocol src/segmind src/samples src/strings src/text | zod/mini
    virtual:vector-worker virtual:opening-shells
  src/ui: src/async src/protocol src/jobs src/segmind src/vector src/strings src/worker src/colors
    src/text | preact preact/hooks @preact/signals preact-render-to-string @floating-ui/dom
  src/colors: src/protocol src/strings/layers |
  src/protocol: | zod/mini
  src/segmind: src/text |
  src/jobs: src/async src/segmind src/text | zod/mini
  src/strings/layers: |
  src/strings: src/strings/layers src/colors src/protocol src/jobs src/segmind src/vector src/text |
  src/worker: src/vector |
  src/text: |
  src/vector: src/colors src/strings/layers src/text | saxes css-select css-what culori/fn nth-check
    @csstools/css-color-parser @csstools/css-parser-algorithms @csstools/css-tokenizer
    @csstools/media-query-list-parser path-bool
  packages/figma-host/src: packages/figma-host/vite.config | @figma/plugin-typings/plugin-api-standalone
    preact preact/hooks @preact/signals @preact/preset-vite vite saxes svgpath quickjs-wasi
    quickjs-wasi/quickjs.wasm playwright-core
  packages/segmind-stand-in/src: | selfsigned
  relay: src/segmind |
  tools/prepare-svg: src/vector |
  build: src/segmind | vite purgecss
  tools/package: build tools/start | fflate vite
  tools/probe: build src/segmind packages/segmind-stand-in/src |
  tools/relay: build | vite
  tools/start: src/segmind packages/figma-host/src packages/segmind-stand-in/src | playwright-core vite
  bench: src/colors src/jobs src/protocol src/segmind src/vector packages/figma-host/src
    packages/segmind-stand-in/src tools/start test/support/samples test/support/code-stage
    test/support/kept-pictures test/support/opening test/support/panel-controls test/support/panel-stage
    test/support/picture | clipper2-ts culori/fn preact svgo vite pixelmatch playwright-core`
    .split(/\n {2}(?=\S)/)
    .slice(1)
    .map((line) => {
      const [, folder = '', folders = '', packages = ''] = /^(\S+):([^|]*)\|(.*)$/s.exec(line) ?? []
      const words = (text: string) => text.split(/\s+/).filter(Boolean)
      return [folder, { folders: words(folders), packages: words(packages) }]
    }),
)

const files = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))

const textOf = (file: string) => readFileSync(join(PROJECT, file), 'utf8')

const imports = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|(?<!')\bimport)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier ?? '')

/** Returns the path in the project that an import leads to, without extension; null for an external package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return relative(PROJECT, resolve(PROJECT, dirname(file), specifier))
  const [name = '', ...path] = specifier.split('/')
  return WORKSPACES.includes(name) ? ['packages', name, 'src', ...path].join('/') : null
}

const folderOf = (file: string) =>
  Object.keys(MAY_IMPORT).find((folder) => file === folder || file.startsWith(`${folder}/`)) ?? file

describe('import rules', () => {
  it.each(Object.entries(MAY_IMPORT))('%s only imports what it may', (folder, { folders, packages }) => {
    const breaches: string[] = []
    for (const file of files(folder)) {
      for (const specifier of imports(textOf(file))) {
        const name = specifier.replace(/\?.*$/, '')
        const target = targetOf(file, name)
        const allowed =
          target === null
            ? packages.includes(name) ||
              /\.css$/.test(name) ||
              (!folder.startsWith('src/') && name.startsWith('node:'))
            : [folder, ...folders].includes(folderOf(target))
        if (!allowed) breaches.push(`${file} imports ${specifier}`)
      }
    }
    expect(breaches).toEqual([])
  })

  it('cover every folder', () => {
    const folders = readdirSync(join(PROJECT, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    expect(folders.map(({ name }) => `src/${name}`).sort()).toEqual(
      Object.keys(MAY_IMPORT)
        .filter((folder) => /^src\/[^/]+$/.test(folder))
        .sort(),
    )
  })

  it('have no cycles: no folder may import one that may import it, directly or indirectly', () => {
    const reached = (folder: string): ReadonlySet<string> => {
      const all = new Set(MAY_IMPORT[folder]?.folders)
      // A set that grows during iteration is iterated to its end.
      for (const each of all) for (const next of MAY_IMPORT[each]?.folders ?? []) all.add(next)
      return all
    }
    expect(Object.keys(MAY_IMPORT).filter((folder) => reached(folder).has(folder))).toEqual([])
  })

  it('detect an import that is not allowed', () => {
    expect(imports("import { a } from '../ui/app'\nawait import('preact')")).toEqual(['../ui/app', 'preact'])
  })
})

describe('the panel', () => {
  const SHARED = ['parts', 'stores', 'platform', 'samples'].map((name) => `src/ui/${name}`)
  /** Folders that combine features, or contain no code. */
  const ABOVE = ['tabs', 'opening', 'styles'].map((name) => `src/ui/${name}`)
  const FEATURES = readdirSync(join(PROJECT, 'src/ui'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `src/ui/${name}`)
    .filter((folder) => ![...SHARED, ...ABOVE].includes(folder))
  const targets = (file: string) => imports(textOf(file)).map((specifier) => targetOf(file, specifier) ?? '')

  it.each([...FEATURES, ...SHARED])('does not import other features in %s', (folder) => {
    const others = FEATURES.filter((feature) => feature !== folder)
    const breaches = files(folder).flatMap((file) =>
      targets(file)
        .filter((target) => others.some((other) => target.startsWith(`${other}/`)))
        .map((target) => `${file} imports ${target}`),
    )
    expect(breaches).toEqual([])
  })

  it('is only passed to App and its tabs: every other view takes what it uses', () => {
    const knows = files('src/ui').filter((file) => targets(file).includes('src/ui/panel'))
    expect(knows.filter((file) => !file.startsWith('src/ui/tabs/')).sort()).toEqual([
      'src/ui/app.tsx',
      'src/ui/main.tsx',
      'src/ui/opening/shells.tsx',
    ])
  })
})

it('user-visible texts are only in strings/: views contain no sentences', () => {
  const sentences = files('src/ui')
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+)\s*</g)].map(([, text]) => `${file}: ${text}`),
    )
  expect(sentences).toEqual([])
})
