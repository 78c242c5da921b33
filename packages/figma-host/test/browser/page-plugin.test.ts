import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// For the type of window.figmaHost.
import type {} from '../../src/page/automation'
import {
  act,
  copyOfPlugin,
  got,
  layer,
  loaded,
  open,
  page,
  panel,
  serve,
  server,
  serveWith,
  usePage,
  watched,
} from './page-suite'

usePage()

it('quick actions and relaunch buttons ask for parameters and run, or can be canceled', async () => {
  await open()
  await page.getByRole('button', { name: 'Stop Second' }).click()
  const box = page.getByRole('region', { name: 'Quick actions' })
  await box.getByRole('button', { name: 'Draw…' }).click()
  await box.getByRole('button', { name: 'Cancel' }).click()
  await box.getByRole('button', { name: 'Draw…' }).click()
  await box.getByRole('textbox', { name: 'Word' }).fill('a hen')
  await page.keyboard.press('Enter')
  await box.getByRole('textbox', { name: 'Kind' }).fill('bad')
  await box.getByRole('alert').getByText('No such kind').waitFor()
  await box.getByRole('textbox', { name: 'Kind' }).fill('l')
  await box.getByRole('button', { name: 'Line art' }).click()
  await box.getByRole('button', { name: 'Skip' }).click()
  await loaded()
  await got({ command: 'draw', parameters: { word: 'a hen', kind: 'line' } })
})

describe('an error', () => {
  it('in the sandbox or the panel opens the log, and is available to scripts', async () => {
    await open()
    await act('fail')
    await page
      .getByRole('log', { name: 'Log' })
      .getByText(/thrown in the plugin/)
      .waitFor()
    await watched.expect(/console: \[plugin\] .*thrown in the plugin/)
    await panel().evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined))
    await page.getByText(/connect-src blocked https:\/\/elsewhere\.example/).waitFor()
    await watched.expect(/console: \[panel\] csp: connect-src/)
    await watched.expect(/console: .*Content Security Policy/)
    await watched.expect(/console: Fetch API cannot load/)
    expect(await page.evaluate(() => window.figmaHost?.faults)).toHaveLength(2)
  })

  it.each([
    ['main that throws', 'code.js', 'throw new Error("broken at load")', /Second did not start/],
    ['main that Figma refuses', 'code.js', 'const text = "import(x)"', /Second did not start/],
    ['panel too large to load', 'ui.html', ' '.repeat(1_600_000), /This panel cannot be shown/],
    ['manifest of the wrong shape', 'manifest.json', '{"main":"code.js"}', /could not open the plugin/],
  ])('with a %s is shown', async (_, file, text, said) => {
    const broken = await serveWith(file, text)
    await page.goto(`${broken.origin}/?fresh`)
    if (file === 'ui.html') await page.waitForFunction(() => window.figmaHost !== undefined)
    if (file === 'ui.html') await page.evaluate(() => window.figmaHost?.run())
    await page.getByRole('alert').getByText(said).first().waitFor()
    await watched.expect(/console: /)
  })
})

describe('a plugin that is rebuilt while it is on the page', () => {
  it('is reloaded, and keeps the document and undo steps', async () => {
    const pluginDir = await copyOfPlugin()
    const own = await serve({ pluginDir })
    await open(`${own.origin}/?fresh`)
    await panel().getByRole('button', { name: 'Insert' }).click()
    await layer('Picture').waitFor()
    const html = await readFile(join(pluginDir, 'ui.html'), 'utf8')
    await writeFile(join(pluginDir, 'ui.html'), html.replace('>Insert<', '>Insert it<'))
    const code = await readFile(join(pluginDir, 'code.js'), 'utf8')
    await writeFile(join(pluginDir, 'code.js'), code.replace("'Picture'", "'Second picture'"))
    own.reload()
    const rebuilt = page.frameLocator('iframe').frameLocator('iframe')
    await rebuilt.getByRole('button', { name: 'Insert it' }).click()
    await layer('Second picture').waitFor()
    const undo = () => page.evaluate(() => window.figmaHost?.editor.undo())
    await undo()
    await layer('Second picture').waitFor({ state: 'detached' })
    await undo()
    await layer('Picture').waitFor({ state: 'detached' })
  })

  it('shows a message if it cannot be loaded, and the old version continues', async () => {
    const pluginDir = await copyOfPlugin()
    const own = await serve({ pluginDir })
    await open(`${own.origin}/?fresh`)
    await writeFile(join(pluginDir, 'manifest.json'), '{"main":"code.js"}')
    own.reload()
    await page.getByText('The rebuilt plugin could not be loaded.').first().waitFor()
    await watched.expect(/could not be loaded/)
    await panel().getByRole('button', { name: 'Insert' }).click()
    await layer('Picture').waitFor()
  })
})

it('the plugin’s storage survives a reload, but is empty with a fresh page', async () => {
  await open(`${server.origin}/`)
  await act('remember', 'the key')
  await got('remembered')
  await open(`${server.origin}/`)
  await act('recall')
  await got('the key')
  await open()
  await act('recall')
  await got('nothing')
})

it('the page can use another editor type, wait before running the plugin, and show a note', async () => {
  const { origin } = await serve({ config: { autorun: false, editorType: 'slides', note: 'The key is KEY' } })
  await page.goto(`${origin}/?fresh`)
  await layer('Slide grid').waitFor()
  await page.getByText('The key is KEY').waitFor()
  expect(await page.evaluate(() => window.figmaHost?.running)).toBe(false)
})
