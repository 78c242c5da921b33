import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const readText = (path: string) => readFileSync(join(PROJECT, path), 'utf8')

const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: PROJECT, encoding: 'utf8' }).trim().split('\n')

const scripts: Record<string, string> = JSON.parse(readText('package.json')).scripts

/**
 * Returns the files and folders of the project that a page names as code, such as `src/jobs/run.ts`, except for those with placeholders in
 * capitals.
 */
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:src|test|packages|tools|bench|build|relay|docs)\/[\w./-]+)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/\/[A-Z-]{4,}/.test(path))

describe.each(pages)('%s', (page) => {
  const text = readText(page)

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(PROJECT, dirname(page), link)))).toEqual([])
  })

  it('names commands that exist', () => {
    const names = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
    expect(names.filter((name) => !(name in scripts))).toEqual([])
  })
})

it.each(pages.filter((page) => /^(?:CONTRIBUTING|docs\/|publishing\/)/.test(page)))(
  'CONTRIBUTING.md, docs/, and publishing/ %s name files that exist',
  (page) => {
    expect(pathsIn(readText(page)).filter((path) => !existsSync(join(PROJECT, path)))).toEqual([])
  },
)

it('the test command of the README is the one in the workflow', () => {
  const commands = [...readText('README.md').matchAll(/^npm ci && npm \w+$/gm)].map(([command]) => command)
  expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  expect(readText('.github/workflows/test.yml')).toContain(`run: ${commands[1]}\n`)
})
