import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { about } from '../../build/project'
import { openStage } from '../../tools/start/stage'
import { launchChromium } from '../support/chromium'
import { HOST_PAGE } from '../support/host-page'
import { panelControls } from '../support/panel-controls'
import { copyProject } from '../support/project-copy'

const NAMED = ['--id', '1234567890123', '--support', 'help@inkwright.test']
const NAME = `inkwright-${about.version}.zip`

let folder: string
const copy = (name: string) => join(folder, name)

const git = (cwd: string, ...args: string[]) =>
  promisify(execFile)('git', ['-c', 'user.name=Test', '-c', 'user.email=test@inkwright.test', ...args], {
    cwd,
  })

const run = (cwd: string, ...args: string[]) =>
  promisify(execFile)('npm', ['run', '--silent', 'package', '--', ...args], { cwd }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stdout, stderr }) => ({ code: Number(code), text: `${stdout}${stderr}` }),
  )

/** Creates a checkout of the project whose `npm run check` runs this. */
async function checkOut(name: string, check: string): Promise<void> {
  copyProject(copy(name))
  const file = join(copy(name), 'package.json')
  const { scripts, ...others } = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...others, scripts: { ...scripts, check } }))
  await git(folder, 'init', '--quiet', name)
  writeFileSync(join(copy(name), '.git/info/exclude'), 'node_modules\n')
  await git(copy(name), 'add', '.')
  await git(copy(name), 'commit', '--quiet', '--message', 'Everything')
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkwright-package-'))
  await Promise.all([checkOut('one', 'true'), checkOut('two', 'true'), checkOut('failing', 'false')])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('packaging refuses placeholders, uncommitted changes, and a failing check', async () => {
  writeFileSync(join(copy('failing'), 'left-over.txt'), '')
  const placeholders = await run(copy('failing'))
  expect(placeholders.code).toBe(1)
  for (const text of ['left-over.txt', '"1530000000000000000"', 'support contact'])
    expect(placeholders.text).toContain(text)
  expect(placeholders.text).not.toMatch(/^\s+at /m)
  rmSync(join(copy('failing'), 'left-over.txt'))
  expect(await run(copy('failing'), ...NAMED)).toMatchObject({
    code: 1,
    text: expect.stringContaining('npm run check fails'),
  })
})

describe('the package', () => {
  const zips: Buffer[] = []
  beforeAll(async () => {
    for (const name of ['one', 'two']) {
      expect(await run(copy(name), ...NAMED)).toMatchObject({ code: 0 })
      zips.push(readFileSync(join(copy(name), 'out/package', NAME)))
    }
  }, 240_000)

  it('has the same bytes wherever the commit is checked out, and a checksum file', async () => {
    const sums = zips.map((zip) => createHash('sha256').update(zip).digest('hex'))
    expect(sums[1]).toBe(sums[0])
    const written = readFileSync(join(copy('one'), 'out/package', `${NAME}.sha256`), 'utf8')
    expect(written).toBe(`${sums[0]}  ${NAME}\n`)
  })

  it('is complete for users without Node: unpacked, it inserts a picture', async () => {
    const files = unzipSync(zips[0] ?? new Uint8Array())
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    expect(Object.keys(files).sort()).toEqual(
      ['INSTALL.txt', 'LICENSE', 'NOTICES.txt', 'code.js', 'manifest.json', 'ui.html'].sort(),
    )
    expect(JSON.parse(text('manifest.json'))).toMatchObject({ id: '1234567890123', main: 'code.js' })
    for (const words of ['help@inkwright.test', 'Import plugin from manifest', `Inkwright ${about.version}:`])
      expect(text('INSTALL.txt')).toContain(words)
    for (const library of ['preact', 'zod', 'saxes', 'culori', '@floating-ui/dom'])
      expect(text('NOTICES.txt')).toMatch(new RegExp(`^${library} \\d.*\\n\\n.+`, 'm'))
    const unpacked = copy('unpacked')
    mkdirSync(unpacked)
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(unpacked, name), bytes)
    const stage = await openStage({
      ...{ hostDir: HOST_PAGE, samples: null, duration: 0, port: 0, routing: 'redirects' },
      distDir: unpacked,
    })
    const browser = await launchChromium()
    try {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
      await page.goto(`${stage.server.origin}/?fresh`)
      const ui = panelControls(page.frameLocator('iframe').frameLocator('iframe'))
      await ui.key.fill(DEMO_KEY)
      await ui.saveKey.click()
      await ui.submitPrompt('a fox')
      await ui.insert.click()
      await ui.waitForStatus('Inserted on the canvas')
      expect(await page.evaluate(() => window.figmaHost?.faults)).toEqual([])
    } finally {
      await browser.close()
      await stage.close()
    }
  })
})
