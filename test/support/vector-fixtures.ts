import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { VectorErrorCode } from '../../src/vector/errors'
import type { PrepareOptions } from '../../src/vector/prepare'

/** A case of `test/fixtures/vector`: an SVG text and its expected result. */
export interface VectorFixture {
  /** Its folder, such as `strokes/caps-are-kept`. */
  readonly name: string
  readonly before: string
  /** Path of the expected text. */
  readonly after: string
  readonly options: PrepareOptions
  /** What should be counted as left out. */
  readonly leftOut: Readonly<Record<string, number>>
  /** The expected error, instead of a picture. */
  readonly error: VectorErrorCode | null
  /** Where the prepared picture must look like the original. `browser`: resvg does not support everything in it. */
  readonly compareIn: 'both' | 'browser' | 'nothing'
}

const ROOT = new URL('../fixtures/vector/', import.meta.url)

const readJson = (url: URL) => (existsSync(url) ? JSON.parse(readFileSync(url, 'utf8')) : {})

function readFixture(topic: string, name: string): VectorFixture {
  const folder = new URL(`${topic}/${name}/`, ROOT)
  const given = {
    ...readJson(new URL('../options.json', folder)),
    ...readJson(new URL('options.json', folder)),
  }
  const { leftOut = {}, error = null, compareIn = 'both', ...options } = given
  const { background = 'keep', recolor, size } = options as PrepareOptions
  const isWhole = error === null && Object.keys(leftOut).length === 0
  return {
    name: `${topic}/${name}`,
    before: readFileSync(new URL('before.svg', folder), 'utf8'),
    after: fileURLToPath(new URL('after.svg', folder)),
    options,
    leftOut,
    error,
    compareIn: isWhole && background === 'keep' && !recolor && !size ? compareIn : 'nothing',
  }
}

const foldersIn = (url: URL) =>
  readdirSync(url, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

/** All cases, by topic and name. */
export const vectorFixtures = (): VectorFixture[] =>
  foldersIn(ROOT).flatMap((topic) =>
    foldersIn(new URL(`${topic}/`, ROOT)).map((name) => readFixture(topic, name)),
  )
