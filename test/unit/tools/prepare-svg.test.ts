import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepare } from '../../../src/vector/prepare'
import { run } from '../../../tools/prepare-svg/run'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

const svg = (...parts: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${parts.join('')}</svg>`
const CANVAS = '<path d="M0 0H100V100H0Z" fill="#fff"/>'
const PICTURE = svg(
  CANVAS,
  '<path d="M1 1H9V9Z" fill="rgb(200,0,0)"/><path d="M50 50h9v9z" fill="rgb(201,0,0)"/><text>ü</text>',
)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-svg-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)

function put(name: string, text: string): string {
  writeFileSync(at(name), text)
  return at(name)
}

/** Runs the command in this process. */
async function runHere(...argv: string[]) {
  let out = ''
  let err = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { code, out, err, lines: () => linesOf(out) }
}

const linesOf = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe('prepare-svg, one file', () => {
  it('is written as `prepare` returns it, and reported in one line', async () => {
    const file = put('picture.svg', PICTURE)
    const { code, err, lines } = await runHere('--out', at('deep/out'), file)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const written = readFileSync(at('deep/out/picture.svg'), 'utf8')
    expect(written).toBe(prepare(PICTURE).svg)
    expect(lines()).toEqual([
      {
        // The ü takes two bytes.
        ...{ file, ok: true, ms: expect.any(Number), bytesIn: PICTURE.length + 1 },
        ...{ bytesOut: Buffer.byteLength(written), shapesIn: 4, layersOut: 3, objects: 0, colors: 2 },
        ...{ anchors: 10, hidden: 0, holes: { cut: 0, left: 0 } },
        leftOut: { text: 1 },
      },
    ])
  })

  it('is prepared with the given options', async () => {
    const file = put('picture.svg', PICTURE)
    const options = [
      '--layers',
      'as-drawn',
      '--background',
      'remove',
      '--unify',
      '0',
      '--holes',
      'cut',
      '--size',
      '30x20',
    ]
    await runHere(...options, '--out', at('out'), file)
    expect(readFileSync(at('out/picture.svg'), 'utf8')).toBe(
      prepare(PICTURE, {
        ...{ layers: 'as-drawn', background: 'remove', holes: 'cut', unify: 0 },
        size: { width: 30, height: 20 },
      }).svg,
    )
  })

  it.each([
    ['broken off', svg(CANVAS).slice(0, 80), 'not-svg', /not a complete SVG/],
    ['empty', '', 'not-svg', /not a complete SVG/],
    [
      'with entities',
      `<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;">]>${svg(CANVAS)}`,
      'unsafe',
      /refer to others/,
    ],
    ['without a shape', svg('<g/>'), 'nothing-drawn', /empty/],
    ['too deep', svg('<g>'.repeat(99), CANVAS, '</g>'.repeat(99)), 'too-large', /larger/],
  ])('%s results in a line with an error', async (_, text, reason, words) => {
    const file = put('picture.svg', text)
    const { code, lines } = await runHere('--out', at('out'), file)
    expect(code).toBe(1)
    expect(lines()).toEqual([
      {
        ...{ file, ok: false, ms: expect.any(Number), bytesIn: text.length, bytesOut: 0 },
        ...{ shapesIn: 0, layersOut: 0, objects: 0, anchors: 0, hidden: 0, colors: 0 },
        ...{ holes: { cut: 0, left: 0 }, leftOut: {} },
        error: { code: reason, message: expect.stringMatching(words) },
      },
    ])
    expect(readdirSync(folder)).toEqual(['picture.svg'])
  })

  it('that is a folder, or does not exist, results in a line with an error', async () => {
    const { code, lines } = await runHere('--out', at('out'), folder, at('nowhere.svg'))
    expect(code).toBe(1)
    expect(lines().map(({ error }) => error)).toEqual([
      { code: 'unreadable', message: 'This is no file.' },
      { code: 'unreadable', message: 'The file cannot be read: it is not there.' },
    ])
  })

  it('that cannot be written results in a line with an error', async () => {
    const file = put('picture.svg', PICTURE)
    const { code, lines } = await runHere('--out', join(file, 'out'), file)
    expect(code).toBe(1)
    expect(lines()[0].error.code).toBe('not-written')
  })
})

describe('prepare-svg, several files', () => {
  it('with the same name do not overwrite each other', async () => {
    mkdirSync(at('other'))
    const files = [put('one.svg', PICTURE), put('other/ONE.SVG', svg(CANVAS)), put('two.svg', PICTURE)]
    const { code, lines } = await runHere('--out', at('out'), ...files)
    expect(code).toBe(1)
    expect(lines().map(({ ok, error }) => [ok, error?.code])).toEqual([
      [true, undefined],
      [false, 'name-taken'],
      [true, undefined],
    ])
    expect(lines()[1].error.message).toContain(files[0])
    expect(readdirSync(at('out'))).toEqual(['one.svg', 'two.svg'])
    expect(readFileSync(at('out/one.svg'), 'utf8')).toBe(prepare(PICTURE).svg)
  })

  it('are never overwritten by a picture', async () => {
    mkdirSync(at('other'))
    const files = [put('one.svg', PICTURE), put('other/two.svg', PICTURE), put('two.svg', svg(CANVAS))]
    const { lines } = await runHere('--out', join(folder, 'other', '..'), ...files)
    expect(lines().map(({ error }) => error?.code)).toEqual(['name-taken', 'name-taken', 'name-taken'])
    expect(readFileSync(at('one.svg'), 'utf8')).toBe(PICTURE)
    expect(readFileSync(at('two.svg'), 'utf8')).toBe(svg(CANVAS))
  })

  it('are found in folders with --recursive, but not in the output', async () => {
    mkdirSync(at('in/icons/out'), { recursive: true })
    for (const name of ['in/a.svg', 'in/icons/a.SVG', 'in/icons/out/b.svg', 'in/notes.txt'])
      put(name, PICTURE)
    const { code, lines } = await runHere('--recursive', '--out', at('in/icons/out'), at('in'))
    expect([code, lines().map(({ file }) => file)]).toEqual([0, [at('in/a.svg'), at('in/icons/a.SVG')]])
    expect(readFileSync(at('in/icons/out/icons/a.svg'), 'utf8')).toBe(prepare(PICTURE).svg)
  })
})

describe('prepare-svg as a command', () => {
  const npm = (...argv: string[]) =>
    new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
      const command = ['run', '-s', 'prepare-svg', '--', ...argv]
      const child = execFile('npm', command, { cwd: PROJECT }, (error, out, err) =>
        resolve({ code: error?.code ?? 0, out, err }),
      )
      child.stdin?.end(PICTURE)
    })

  it('reads standard input', async () => {
    const { code, out } = await npm('--out', at('out'), '-')
    expect([code, linesOf(out)[0]?.file]).toEqual([0, '-'])
    expect(readFileSync(at('out/stdin.svg'), 'utf8')).toBe(prepare(PICTURE).svg)
  })

  it('continues after a file that cannot be prepared, and exits with 1', async () => {
    const files = [at('nowhere.svg'), put('hostile.svg', '<svg><path'), put('one.svg', PICTURE)]
    const { code, out } = await npm('--out', at('out'), ...files)
    expect(code).toBe(1)
    expect(linesOf(out).map(({ file, ok }) => [file, ok])).toEqual([
      [files[0], false],
      [files[1], false],
      [files[2], true],
    ])
    expect(readdirSync(at('out'))).toEqual(['one.svg'])
  })

  it('prints its usage and exits with 2 for wrong arguments', async () => {
    const { code, out, err } = await npm('--out', at('out'), '--layers', 'flat', 'a.svg')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('--layers takes one of')
    expect(err).toContain('--out DIR FILE…')
  })
})
