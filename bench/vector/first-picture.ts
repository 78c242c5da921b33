import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatedPicture } from './generated-picture'
import { median } from './node-time'
import type { Measured } from './row'

const SHAPES = 40
const PROCESSES = 7

/**
 * Measures the first picture of fresh Node processes, ours and SVGO's in turn, from reading the code to the result: the wait for a
 * single picture. `script` is the bundle.
 */
export function firstPictureMeasures(script: string): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'first-picture-'))
  try {
    const write = (name: string, text: string) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return JSON.stringify(path)
    }
    const bundle = write('bundle.js', script)
    const picture = write('picture.svg', generatedPicture(SHAPES, 1))
    const read = `require('node:fs').readFileSync`
    const ours = `require('node:vm').runInThisContext(${read}(${bundle}, 'utf8') + ';inkwright').prepare(text)`
    const svgo = `(await import('svgo')).optimize(text, { floatPrecision: 1 })`
    const rounds = Array.from({ length: PROCESSES }, () => ({
      ours: timeInProcess(picture, ours),
      svgo: timeInProcess(picture, svgo),
    }))
    const middle = (key: 'ours' | 'svgo') => median(rounds.map((round) => round[key]))
    return [
      {
        what: 'first picture of a fresh process, with loading the code',
        ...{ pictures: `generated, ${SHAPES} shapes`, unit: 'ms', note: `median of ${PROCESSES} processes` },
        ...{ ours: middle('ours'), svgo: middle('svgo') },
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Returns the ms that `expression` takes in a new process. `picture`: path of the file that is `text` there, as JSON. */
function timeInProcess(picture: string, expression: string): number {
  const code = `(async () => {
    const text = require('node:fs').readFileSync(${picture}, 'utf8')
    const start = performance.now()
    const result = ${expression}
    console.log(performance.now() - start, typeof result)
  })()`
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
  const time = Number.parseFloat(stdout)
  if (Number.isNaN(time)) throw new Error(`the process printed no time: ${stderr}`)
  return time
}
