import { existsSync, writeFileSync } from 'node:fs'
import { launchChromium } from 'figma-host/browser'
import { buildHostPage } from 'figma-host/server'
import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { about } from '../../build/project'
import { localStore } from '../../packages/figma-host/src/page/model/local-store'
import { openStage } from '../../tools/start/stage'
import { panelControls } from '../support/panel-controls'

/**
 * Uses the built plugin on the host's page, and writes what it has stored as the fixture of this version: settings, and images that are
 * kept, inserted, starred, and deleted. `npm run build && npm run stored-data`
 */
const file = `test/fixtures/storage/${about.version.replace(/\.0$/, '')}.json`
if (existsSync(file)) throw new Error(`${file} exists: what a published version has stored does not change.`)

const stage = await openStage({
  ...{ hostDir: await buildHostPage(), samples: null, duration: 0, port: 0, routing: 'redirects' },
})
const browser = await launchChromium()
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
await page.goto(stage.server.origin)
const panel = page.frameLocator('iframe').frameLocator('iframe')
const ui = panelControls(panel)

await ui.key.fill(DEMO_KEY)
await ui.saveKey.click()
await ui.style('Line art').check()
await ui.chooseSize('1365 × 1024')
await ui.generatePicture('a red fox 🦊')
await ui.insert.click()
await ui.waitForStatus('Inserted')
await ui.generatePicture('an owl at night')
await panel.getByRole('gridcell', { name: 'an owl at night' }).press('s')
await ui.generatePicture('a deleted hill')
await panel.getByRole('gridcell', { name: 'a deleted hill' }).press('Delete')
await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith('/removed')))

const values = await stored(page)
writeFileSync(file, `${JSON.stringify(Object.fromEntries(values.sort()), null, 2)}\n`)
await browser.close()
await stage.close()
process.stdout.write(`${file}: ${values.length} values\n`)

/** Returns what the plugin has stored, with bytes as base64. */
async function stored(page: Page): Promise<[string, unknown][]> {
  const entries = new Map(await page.evaluate(() => Object.entries({ ...localStorage })))
  const prefix = /^clientStorage:[^:]*:/.exec(
    [...entries.keys()].find((key) => key.includes(':api-key')) ?? '',
  )
  if (!prefix) throw new Error('The plugin has stored no key.')
  const storage = {
    length: entries.size,
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
  }
  const store = localStore(storage as Storage, prefix[0])
  const read = async (key: string): Promise<[string, unknown]> => {
    const value = await store.get(key)
    return [key, value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value]
  }
  return await Promise.all((await store.keys()).map(read))
}
