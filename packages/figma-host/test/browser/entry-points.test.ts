import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { fixtureManifest } from './fixture-plugin'
import { buildForTest, type HostPageBuild } from './page-harness'
import { watch } from './watch'

const manifest = {
  ...fixtureManifest,
  editorType: ['figma', 'slides'],
  relaunchButtons: [{ command: 'edit', name: 'Edit prompt' }],
  menu: [
    { name: 'Open', command: 'open' },
    {
      name: 'Draw…',
      command: 'draw',
      parameters: [
        { key: 'prompt', name: 'Prompt', allowFreeform: true },
        { key: 'style', name: 'Style' },
        { key: 'size', name: 'Size', optional: true },
      ],
    },
  ],
}

const code = `
  figma.parameters.on('input', ({ key, query, result }) => {
    if (key !== 'style') return
    if (query === 'bad') result.setError('No such style')
    else result.setSuggestions([{ name: 'Line art', data: 'line', icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0H1V1Z"/></svg>' }])
  })
  figma.on('run', ({ command, parameters }) => {
    const frame = figma.createFrame()
    frame.name = command + ' ' + JSON.stringify(parameters || null)
    frame.setRelaunchData({ edit: 'Change what it shows' })
    figma.currentPage.selection = [frame]
    figma.closePlugin()
  })
`

let build: HostPageBuild
let browser: Browser
let page: Page
let watched: ReturnType<typeof watch>

beforeAll(async () => {
  build = await buildForTest()
  browser = await launchChromium()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  watched = watch(page)
})
afterAll(async () => {
  await browser.close()
  await build.dispose()
})

async function open(editorType: 'figma' | 'slides' = 'figma'): Promise<void> {
  const server = await build.serve({ code, manifest }, { autorun: false, editorType })
  await page.goto(`${server.origin}/?fresh`)
  await page.getByRole('tree', { name: 'Layers' }).waitFor()
}

const layer = (name: string) => page.getByRole('treeitem', { name, exact: true })

describe('quick actions', () => {
  beforeEach(() => open())

  it('ask a person for the parameters, and run', async () => {
    const box = page.getByRole('region', { name: 'Quick actions' })
    await box.getByRole('button', { name: 'Draw…' }).click()
    await box.getByRole('textbox', { name: 'Prompt' }).fill('a hen')
    await page.keyboard.press('Enter')
    await box.getByRole('textbox', { name: 'Style' }).fill('bad')
    await box.getByRole('alert').getByText('No such style').waitFor()
    await box.getByRole('textbox', { name: 'Style' }).fill('l')
    await box.getByRole('button', { name: 'Line art' }).click()
    await box.getByRole('button', { name: 'Skip' }).click()
    await layer('draw {"prompt":"a hen","style":"line"}').waitFor()
    await box.getByRole('button', { name: 'Open' }).click()
    await layer('open null').waitFor()
    watched.assertQuiet()
  })

  it('can be left', async () => {
    const box = page.getByRole('region', { name: 'Quick actions' })
    await box.getByRole('button', { name: 'Draw…' }).click()
    await box.getByRole('button', { name: 'Cancel' }).click()
    await box.getByRole('button', { name: 'Draw…', disabled: false }).waitFor()
    expect(await page.evaluate(() => window.inkwrightHost?.snapshot().layers.length)).toBe(0)
    watched.assertQuiet()
  })
})

describe('relaunch buttons', () => {
  it('stand beside the layers of what is selected, and start the plugin', async () => {
    await open()
    await page.getByRole('button', { name: 'Run Fixture' }).click()
    await layer('open null').waitFor()
    const box = page.getByRole('region', { name: 'Plugin' })
    await box.getByText('Change what it shows').waitFor()
    await box.getByRole('button', { name: 'Edit prompt' }).click()
    await layer('edit null').waitFor()
    await page.keyboard.press('ControlOrMeta+z')
    await layer('edit null').waitFor({ state: 'detached' })
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await layer('edit null').waitFor()
    watched.assertQuiet()
  })
})

describe('the page as another editor', () => {
  it('has slides', async () => {
    await open('slides')
    await layer('Slide grid').waitFor()
    watched.assertQuiet()
  })
})
