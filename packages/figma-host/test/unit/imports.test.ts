import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))

/** Returns the files that a file imports, including types. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  return [...text.matchAll(/\bfrom '(\.[^']+)'/g)].flatMap(([, path = '']) => {
    const base = relative(SRC, resolve(SRC, file, '..', path))
    return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts')].filter((name) => files.includes(name))
  })
}

it('there are no import cycles, not even for types', () => {
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    done.add(file)
    for (const next of importsOf(file)) visit(next, [...way, file])
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})
