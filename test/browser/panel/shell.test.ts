import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { hands, withKey } from '../../support/panel-hands'
import { panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

describe('the key', () => {
  it('is asked for on the first run, with where to get one and where it is kept', async () => {
    const { panel, ui, settings } = await suite.open()
    await ui.saveKey.waitFor()
    await panel.getByText('charges your account $0.10').waitFor()
    const link = panel.getByRole('link', { name: 'Get one at cloud.segmind.com' })
    expect(await link.getAttribute('href')).toBe('https://cloud.segmind.com')
    await panel.getByText('kept on this device only').waitFor()
    expect(await ui.key.getAttribute('type')).toBe('password')
    await ui.saveKey.click()
    await ui.says('Paste your key first.')
    await ui.key.fill('SG_ with spaces')
    await ui.saveKey.click()
    await ui.says('does not look like a key')
    suite.expectFaults(/Failed to load resource/)
    await ui.key.fill('SG_unknown')
    await ui.saveKey.click()
    await ui.says('Segmind does not know this key, so it was not saved.')
    expect(settings().apiKey).toBeNull()
    await ui.key.fill(` ${DEMO_KEY}\n`)
    await ui.key.press('Enter')
    await ui.prompt.waitFor()
    expect(settings().apiKey).toBe(DEMO_KEY)
  })

  it('travels in no message but those of the settings', async () => {
    const { ui, posted } = await suite.open()
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.ask('a fox')
    await ui.insert.click()
    await ui.says('Inserted')
    const withIt = posted.filter((message) => message.includes(DEMO_KEY))
    expect(withIt).toHaveLength(1)
    expect(withIt[0]).toContain('"name":"settings.save"')
  })

  it('can be shown, replaced and removed in Settings', async () => {
    const { ui, settings } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await ui.key.fill('SG_another')
    await ui.button('Show key').click()
    expect(await ui.key.getAttribute('type')).toBe('text')
    await ui.saveKey.click()
    await ui.says('The key works and is saved on this device.')
    expect(settings().apiKey).toBe('SG_another')
    await ui.removeKey.click()
    await ui.says('The key is removed from this device.')
    expect(settings().apiKey).toBeNull()
    await ui.tab('Create').click()
    await ui.saveKey.waitFor()
  })
})

describe('the shell', () => {
  it('moves between its tabs with the arrow keys', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.tab('Create').focus()
    await page.keyboard.press('ArrowRight')
    expect(await ui.tab('History').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('End')
    expect(await ui.tab('Settings').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowRight')
    expect(await ui.tab('Create').getAttribute('aria-selected')).toBe('true')
    expect(await ui.tab('Create').evaluate((tab) => tab === document.activeElement)).toBe(true)
    expect(await panel.getByRole('tabpanel', { name: 'Create' }).count()).toBe(1)
  })

  it('follows the theme while it runs', async () => {
    const { panel, setTheme } = await suite.open(withKey)
    await hands(panel).prompt.waitFor()
    const background = () => panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(await background()).toBe('rgb(255, 255, 255)')
    await setTheme('dark')
    await expect.poll(background).toBe('rgb(44, 44, 44)')
  })

  it('fits 320 px without scrolling sideways', async () => {
    const { panel } = await suite.open({ ...withKey, width: 320, height: 420 })
    await hands(panel).prompt.waitFor()
    const overflow = await panel
      .locator('*')
      .evaluateAll(
        (all) =>
          all.filter(
            (e) =>
              e.scrollWidth > e.clientWidth + 1 &&
              getComputedStyle(e).overflowX === 'visible' &&
              e.clientWidth > 0,
          ).length,
      )
    expect(overflow).toBe(0)
    expect(await panel.locator('html').evaluate((html) => html.scrollWidth)).toBe(320)
    await hands(panel).generate.waitFor()
  })

  it('reports the size that its corner is dragged to', async () => {
    const { panel, page, mainThread } = await suite.open(withKey)
    const sizes: { width: number; height: number }[] = []
    mainThread.on('window.resize', (size) => sizes.push(size))
    await hands(panel).prompt.waitFor()
    await page.mouse.move(356, 636)
    await page.mouse.down()
    await page.mouse.move(300, 200)
    await page.mouse.up()
    await expect.poll(() => sizes.at(-1)).toEqual({ width: 320, height: 420 })
  })

  it('listens to its own parent only', async () => {
    const { panel } = await suite.open(withKey)
    await hands(panel).prompt.waitFor()
    await panel.locator('body').evaluate(() => {
      const message = {
        mark: 'inkwright/1',
        id: 'x',
        kind: 'event',
        name: 'fault',
        payload: { message: 'forged' },
      }
      window.postMessage({ pluginMessage: message }, '*')
      return new Promise((done) => setTimeout(done))
    })
    expect(await hands(panel).status.textContent()).toBe('')
  })
})
