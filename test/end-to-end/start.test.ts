import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROJECT } from '../../tools/start/build-plugin'
import { copyProject } from '../support/project-copy'

let out: string
/** A copy that was never built, so that building it does not interfere with anything. */
let project: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'inkwright-'))
  project = join(out, 'project')
  copyProject(project)
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('npm start, unattended', () => {
  const run = (...args: string[]) =>
    promisify(execFile)('npm', ['--silent', 'start', '--', ...args], { cwd: project, timeout: 100_000 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code: Number(code), stdout: String(stdout), stderr: String(stderr) }),
    )

  it('writes the canvas as an image, as vectors, and as layers', async () => {
    const folder = join(out, 'command-line')
    const { code, stdout } = await run(
      '--prompt',
      'a fox under the moon',
      '--style',
      'line_art',
      '--size',
      '1536x1024',
      '--out',
      folder,
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+ layers in "a fox under the moon", 1536 × 1024 px/)
    const picture = PNG.sync.read(readFileSync(join(folder, 'canvas.png')))
    expect(picture).toMatchObject({ width: 1536, height: 1024 })
    expect(readFileSync(join(folder, 'canvas.svg'), 'utf8')).toMatch(/^<svg/)
    const [frame] = JSON.parse(readFileSync(join(folder, 'layers.json'), 'utf8'))
    expect(frame).toMatchObject({ name: 'a fox under the moon', type: 'FRAME' })
    expect(frame.children.length).toBeGreaterThan(3)
  })

  it('replays a recording of a probe', async () => {
    const recording = join(PROJECT, 'test/fixtures/probe/2026-11-29.json')
    const folder = join(out, 'replay')
    const { stdout } = await run('--replay', recording, '--prompt', 'a fox', '--out', folder)
    expect(stdout).toMatch(/^2 layers in "a fox"/)
    expect(readFileSync(join(folder, 'canvas.svg'), 'utf8')).toMatch(/#d21428|rgb\(210, ?20, ?40\)/)
  })

  it.each([
    [['--replay', 'package.json', '--prompt', 'a fox', '--out', 'nowhere'], /not a recording/],
    [['--prompt', 'a fox', '--style', 'watercolor', '--out', 'nowhere'], /no style "watercolor".*linocut/],
    [['--samples', 'no-such-folder', '--prompt', 'a fox', '--out', 'nowhere'], /no-such-folder/],
  ])('%j fails with a plain sentence', async (args, sentence) => {
    const { code, stderr } = await run(...args)
    expect(code).toBe(1)
    expect(stderr).toMatch(sentence)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})
