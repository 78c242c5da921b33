import type { Locator } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { isFocused, panelControls, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const suite = panelSuite()

describe('the key', () => {
  it('is asked for on the first run, with the price of an image, where to get a key, and where it is stored', async () => {
    const { panel, ui, settings } = await suite.open()
    await ui.saveKey.waitFor()
    await panel.getByText('Each image costs $0.10').waitFor()
    const link = panel.getByRole('link', { name: 'Get a key' })
    expect(await link.getAttribute('href')).toBe('https://cloud.segmind.com')
    await panel.getByText('Stays on this computer. Sent only to Segmind.').waitFor()
    expect(await ui.key.getAttribute('type')).toBe('password')
    await ui.key.fill(` ${DEMO_KEY}\n`)
    await ui.key.press('Enter')
    await expect.poll(() => ui.prompt.evaluate(isFocused)).toBe(true)
    expect(settings().apiKey).toBe(DEMO_KEY)
  })

  it('that is invalid shows the error in place of the help: nothing moves, and the key can be typed over', async () => {
    suite.expectFaults(/Failed to load resource/)
    const { panel, ui, page, settings } = await suite.open()
    const samples = panel.getByRole('heading', { name: 'Try a sample' })
    const before = await samples.boundingBox()
    const isTold = async (text: string) => {
      await ui.waitForStatus(text)
      await panel.locator('#api-key-help').getByText(text).waitFor()
      expect(await ui.key.getAttribute('aria-invalid')).toBe('true')
      expect(await ui.key.evaluate(isFocused)).toBe(true)
      expect(await samples.boundingBox()).toEqual(before)
    }
    await ui.saveKey.click()
    await isTold('Paste your key first.')
    await ui.key.fill('SG_ with spaces')
    await panel.getByText('Stays on this computer.').waitFor()
    await ui.saveKey.click()
    await isTold('A key has no spaces or accents.')
    await ui.key.fill('SG_unknown')
    await ui.saveKey.click()
    await isTold('Segmind refused this key. Copy it again, in full.')
    await page.keyboard.type(DEMO_KEY)
    await expect.poll(() => ui.key.inputValue()).toBe(DEMO_KEY)
    expect(settings().apiKey).toBeNull()
  })

  it('is saved when it is pasted, and the focus moves to the prompt', async () => {
    const { ui, page, settings } = await suite.open()
    await ui.key.fill(DEMO_KEY)
    await ui.button('Show key').click()
    await ui.key.press('ControlOrMeta+a')
    await ui.key.press('ControlOrMeta+x')
    await ui.key.press('ControlOrMeta+v')
    await expect.poll(() => ui.prompt.evaluate(isFocused)).toBe(true)
    expect(settings().apiKey).toBe(DEMO_KEY)
    await page.keyboard.type('a red boat')
    await ui.generate.click()
    await expect.poll(() => suite.posts().length).toBe(1)
  })

  it('is not sent if something else is pasted, until it is saved', async () => {
    const { ui } = await suite.open()
    await ui.key.fill('a-secret')
    await ui.button('Show key').click()
    await ui.key.press('ControlOrMeta+a')
    await ui.key.press('ControlOrMeta+x')
    await ui.key.press('ControlOrMeta+v')
    await expect.poll(() => ui.key.inputValue()).toBe('a-secret')
    expect(await ui.status.textContent()).toBe('')
    expect(suite.requests()).toEqual([])
  })

  it('is only part of the messages about settings', async () => {
    const { ui, posted } = await suite.open()
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.submitPrompt('a fox')
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
    const withIt = posted.filter((message) => message.includes(DEMO_KEY))
    expect(withIt).toHaveLength(1)
    expect(withIt[0]).toContain('"name":"settings.save"')
  })

  it('can be replaced and removed in Settings, which only show its end', async () => {
    const { panel, ui, settings } = await suite.open(withKey)
    await ui.tab('Settings').click()
    await panel.getByText(`ends in ${DEMO_KEY.slice(-4)}`).waitFor({ state: 'attached' })
    expect(await panel.getByText(DEMO_KEY).count()).toBe(0)
    await ui.button('Replace').click()
    await expect.poll(() => ui.key.evaluate(isFocused)).toBe(true)
    await ui.key.press('Escape')
    await expect.poll(() => ui.button('Replace').evaluate(isFocused)).toBe(true)
    await ui.button('Replace').click()
    await ui.key.fill('SG_another')
    await ui.button('Show key').click()
    await expect.poll(() => ui.key.getAttribute('type')).toBe('text')
    await ui.saveKey.click()
    await ui.waitForStatus('The key works. It is saved on this computer.')
    await expect.poll(() => ui.button('Replace').evaluate(isFocused)).toBe(true)
    expect(settings().apiKey).toBe('SG_another')
    await ui.removeKey.click()
    await ui.waitForStatus('The key is removed from this computer.')
    await expect.poll(() => ui.key.evaluate(isFocused)).toBe(true)
    expect(settings().apiKey).toBeNull()
    await ui.tab('Create').click()
    await ui.saveKey.waitFor()
  })
})

describe('the panel', () => {
  it('moves between its tabs with the arrow keys', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.tab('Create').focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => ui.tab('History').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('End')
    await expect.poll(() => ui.tab('Settings').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => ui.tab('Create').getAttribute('aria-selected')).toBe('true')
    expect(await ui.tab('Create').evaluate((tab) => tab === document.activeElement)).toBe(true)
    expect(await panel.getByRole('tabpanel', { name: 'Create' }).count()).toBe(1)
  })

  it('follows the theme while it runs', async () => {
    const { panel, setTheme } = await suite.open(withKey)
    await panelControls(panel).prompt.waitFor()
    const background = () => panel.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(await background()).toBe('rgb(255, 255, 255)')
    await setTheme('dark')
    await expect.poll(background).toBe('rgb(44, 44, 44)')
  })

  it('fits 320 px without horizontal scrolling', async () => {
    const { panel } = await suite.open({ ...withKey, width: 320, height: 420 })
    await panelControls(panel).prompt.waitFor()
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
    await panelControls(panel).generate.waitFor()
  })

  it('is usable in every tab with everything twice as large', async () => {
    const { panel } = await suite.open({ ...withKey, width: 180, height: 320 })
    const ui = panelControls(panel)
    const isInSight = (part: Locator) =>
      part.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left >= 0 && right <= innerWidth && element.scrollWidth <= element.clientWidth + 1
      })
    for (const tab of await panel.getByRole('tab').all()) {
      expect(await isInSight(tab)).toBe(true)
      await tab.click()
      for (const button of await panel.getByRole('button').filter({ visible: true }).all())
        expect(await isInSight(button), (await button.textContent()) ?? '').toBe(true)
    }
    await ui.tab('Create').click()
    await expect.poll(() => isInSight(ui.generate)).toBe(true)
  })

  it('reports the size when its corner is dragged', async () => {
    const { panel, page, mainThread } = await suite.open(withKey)
    const sizes: { width: number; height: number }[] = []
    mainThread.on('window.resize', (size) => sizes.push(size))
    await panelControls(panel).prompt.waitFor()
    await page.mouse.move(356, 636)
    await page.mouse.down()
    await page.mouse.move(300, 200)
    await page.mouse.up()
    await expect.poll(() => sizes.at(-1)).toEqual({ width: 320, height: 420 })
  })

  it('only listens to its own parent', async () => {
    const { panel } = await suite.open(withKey)
    await panelControls(panel).prompt.waitFor()
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
    expect(await panelControls(panel).status.textContent()).toBe('')
  })
})
