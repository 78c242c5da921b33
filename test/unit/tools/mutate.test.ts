import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { BEHAVIORS } from '../../../tools/mutate/behaviors/index'

const PROJECT = new URL('../../../', import.meta.url)

const testFiles = readdirSync(fileURLToPath(new URL('test/', PROJECT)), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)

describe('the behaviors that npm run mutate breaks', () => {
  it.each(BEHAVIORS)('can be broken at one place: $behavior', ({ file, find, replace }) => {
    const text = readFileSync(new URL(file, PROJECT), 'utf8')
    expect(text.split(find).length - 1, `occurrences of the text to replace in ${file}`).toBe(1)
    expect(replace).not.toBe(find)
    if (!/\.tsx?$/.test(file)) return
    // Otherwise no test would be run at all.
    expect(
      parseSync(
        file,
        text.replace(find, () => replace),
      ).errors,
    ).toEqual([])
  })

  it('each have a unique sentence', () => {
    const sentences = BEHAVIORS.map(({ behavior }) => behavior)
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([])
  })

  it('name tests that exist', () => {
    const named = BEHAVIORS.flatMap(({ tests }) => tests)
    expect(named.filter((path) => !testFiles.some((file) => file.includes(path)))).toEqual([])
  })
})
