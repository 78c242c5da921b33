import { existsSync, writeFileSync } from 'node:fs'
import { launchChromium } from 'figma-host/browser'
import { buildHostPage } from 'figma-host/server'
import type { Page } from 'playwright-core'
import { DEMO_KEY, type FaultRule } from 'segmind-stand-in'
import { about } from '../../build/project'
import { localStore } from '../../packages/figma-host/src/page/model/local-store'
import { openStage } from '../../tools/start/stage'
import { hands } from '../support/panel-hands'

/**
 * Uses the built plugin on the host's page until it has stored entries of each important kind, and writes them as the fixture of this
 * version: `npm run build && npm run stored-data`.
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
const ui = hands(panel)

await ui.key.fill(DEMO_KEY)
await ui.saveKey.click()
await ui.style('Line art').check()
await ui.chooseSize('1365 × 1024')
await ui.make('a red fox 🦊')
await ui.insert.click()
await ui.says('Inserted')
await ui.make('an owl at night')
await panel.getByRole('gridcell', { name: 'an owl at night' }).press('s')
await ui.make('a deleted hill')
await panel.getByRole('gridcell', { name: 'a deleted hill' }).press('Delete')
await failed('a content problem', { kind: 'fail-job', error: 'Content was blocked' })
await failed('a lost boat', { kind: 'answer-lost' })
stage.standIn.setFaults([{ route: 'submit', times: 1, fault: { kind: 'rate-limited', resetAt: null } }])
await ui.ask('a patient snail')
await panel.getByRole('img', { name: 'a patient snail' }).waitFor({ timeout: 120_000 })

const values = await stored(page)
writeFileSync(file, `${JSON.stringify(Object.fromEntries(values.sort()), null, 2)}\n`)
await browser.close()
await stage.close()
process.stdout.write(`${file}: ${values.length} values\n`)

/** Asks for a picture that ends without one. */
async function failed(prompt: string, fault: FaultRule['fault']): Promise<void> {
  stage.standIn.setFaults([{ route: 'submit', times: 1, fault }])
  await ui.ask(prompt)
  const ended = await page
    .waitForFunction(
      (text) =>
        Object.entries({ ...localStorage }).some(
          ([key, sent]) =>
            key.endsWith('/sent') && sent.includes(text) && key.replace(/sent$/, 'ended') in localStorage,
        ),
      prompt,
    )
    .catch(() => null)
  if (!ended) throw new Error(`“${prompt}” did not fail:\n${await panel.locator('body').ariaSnapshot()}`)
}

/** What the plugin has stored, with bytes as base64. */
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
