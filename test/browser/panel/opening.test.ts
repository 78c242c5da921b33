import { PNG } from 'pngjs'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { settled } from '../../screenshots/settled'
import { openingOf } from '../../support/opening'
import { isFocused, panelControls } from '../../support/panel-controls'
import { NO_SETTINGS } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { difference } from '../../support/pixels'

/** Marks an element, to detect whether it was replaced. */
const mark = (element: Element) => Object.assign(element, { isMarked: true })
const isMarked = (element: Element) => 'isMarked' in element

describe('before its script has been loaded, the panel', () => {
  const suite = panelSuite()

  it('focuses the prompt, and keeps typed text and caret', async () => {
    const stage = await suite.open({ settings: { apiKey: DEMO_KEY }, held: true })
    const ui = panelControls(stage.panel)
    await expect.poll(() => ui.prompt.evaluate((field) => field === document.activeElement)).toBe(true)
    await stage.page.keyboard.type('a red boat')
    await ui.prompt.evaluate(mark)
    const before = await ui.prompt.boundingBox()
    stage.start()
    await ui.generate.waitFor()
    expect(await ui.prompt.inputValue()).toBe('a red boat')
    expect(await ui.prompt.evaluate(isMarked)).toBe(true)
    expect(await ui.prompt.boundingBox()).toEqual(before)
    await stage.page.keyboard.type(' at night')
    await ui.generate.click()
    await stage.panel.getByRole('img', { name: 'a red boat at night' }).waitFor()
  })

  it('accepts a click on a tab, which opens once the script runs', async () => {
    const stage = await suite.open({ settings: { apiKey: DEMO_KEY }, held: true })
    const tab = panelControls(stage.panel).tab('History')
    await tab.click()
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('false')
    stage.start()
    await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true')
  })

  it('focuses the key field on the first run, and accepts a key', async () => {
    const stage = await suite.open({ held: true })
    const field = stage.panel.getByRole('textbox', { name: 'API key' })
    await expect.poll(() => field.evaluate(isFocused)).toBe(true)
    await stage.page.keyboard.type(DEMO_KEY)
    await field.evaluate(mark)
    stage.start()
    await stage.panel.getByRole('button', { name: 'Show key' }).click()
    await stage.panel.getByRole('button', { name: 'Hide key' }).waitFor()
    expect(await field.inputValue()).toBe(DEMO_KEY)
    expect(await field.evaluate(isMarked)).toBe(true)
    await stage.panel.getByRole('button', { name: 'Save key' }).click()
    await panelControls(stage.panel).prompt.waitFor()
    expect(stage.settings().apiKey).toBe(DEMO_KEY)
  })

  it.each([
    ['with a key', { apiKey: DEMO_KEY }],
    ['at the first run', {}],
  ])('looks the same as afterwards, %s', async (_when, settings) => {
    const stage = await suite.open({
      settings,
      held: true,
      // Neither the settings nor the samples are loaded yet.
      handlers: {
        'settings.load': () => new Promise(() => undefined),
        'samples.load': () => new Promise(() => undefined),
      },
    })
    // Properties set by a script and the serialization of styles do not count as differences.
    const look = async () =>
      (await stage.panel.locator('#panel').innerHTML())
        .replaceAll(/ (value|checked)=""/g, '')
        .replaceAll(/style="([^"]*)"/g, (style) => style.replaceAll(' ', ''))
    const pictures = async () => {
      await stage.page.mouse.move(0, 0)
      await stage.panel.locator('body').evaluate((body) => {
        // Text in two nodes is anti-aliased differently than in one.
        body.normalize()
        ;(document.activeElement as HTMLElement).blur()
      })
      const taken: PNG[] = []
      for (const width of [320, 360, 720]) {
        await stage.page.setViewportSize({ width, height: 640 })
        await settled(stage.panel)
        taken.push(PNG.sync.read(await stage.page.screenshot()))
      }
      return taken
    }
    const still = await look()
    const seen = await pictures()
    stage.start()
    const tab = (name: string) => stage.panel.getByRole('tab', { name })
    const open = async (name: string) => {
      await expect
        .poll(async () => {
          await tab(name).click()
          return tab(name).getAttribute('aria-selected')
        })
        .toBe('true')
    }
    await open('History')
    await open('Create')
    await expect.poll(look).toBe(still)
    const differences = async () => (await pictures()).map((png, i) => difference(seen[i] as PNG, png))
    await expect.poll(differences).toEqual([0, 0, 0])
  })

  it('switches to the first run if the key is gone', async () => {
    const stage = await suite.open({
      settings: { apiKey: DEMO_KEY },
      held: true,
      handlers: { 'settings.load': () => NO_SETTINGS },
    })
    await panelControls(stage.panel).prompt.waitFor()
    stage.start()
    await panelControls(stage.panel).key.waitFor()
    expect(await panelControls(stage.panel).prompt.count()).toBe(0)
  })

  describe('in a window of its own, whose parent is itself,', () => {
    /** Opens the page like the sandbox, with a fake clock; only the test answers it. */
    async function open(spoil: () => void = () => undefined) {
      const page = await suite.browser.newPage()
      await page.clock.install({ time: 0 })
      await page.clock.pauseAt(1000)
      await page.addInitScript(spoil)
      await page.addInitScript(() => {
        const asked: unknown[] = []
        Object.assign(window, { asked })
        addEventListener(
          'message',
          ({ data }) => data.pluginMessage.name && asked.push(data.pluginMessage.name),
        )
      })
      const { html } = await openingOf(true)
      await page.route('https://panel.example/', (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      )
      await page.goto('https://panel.example/')
      return { page, asked: () => page.evaluate(() => Reflect.get(window, 'asked') as string[]) }
    }
    const answer = () => {
      const pluginMessage = { id: 'opening', value: { source: "document.title = 'live'" } }
      postMessage({ pluginMessage }, '*')
    }

    it('requests a missing script again, apologizes after ten seconds, and still accepts it then', async () => {
      const { page, asked } = await open()
      const prompt = page.getByRole('textbox', { name: 'Prompt' })
      await expect.poll(asked).toEqual(['panel.load'])
      await prompt.fill('a red boat')
      await page.clock.runFor(2100)
      await expect.poll(asked).toEqual(['panel.load', 'panel.load'])
      await page.clock.runFor(7000)
      expect(await asked()).toHaveLength(3)
      const sorry = page
        .getByRole('alert')
        .getByText('Sorry, Inkwright is taking a long time to start. Nothing was charged.')
      expect(await sorry.count()).toBe(0)
      await page.clock.runFor(1000)
      await sorry.waitFor()
      expect(await prompt.inputValue()).toBe('a red boat')
      await page.evaluate(answer)
      await page.clock.runFor(200)
      await expect.poll(() => page.title()).toBe('live')
      expect(await sorry.count()).toBe(0)
      await page.clock.runFor(60_000)
      expect(await asked()).toHaveLength(3)
      await page.close()
    })

    it('focuses the prompt when the window is focused, unless something else has the focus', async () => {
      const { page } = await open()
      const focused = () => page.evaluate(() => document.activeElement?.id)
      const refocus = () =>
        page.evaluate(() => {
          dispatchEvent(new FocusEvent('focus'))
        })
      await page.getByRole('textbox', { name: 'Prompt' }).blur()
      await refocus()
      await page.clock.runFor(10)
      expect(await focused()).toBe('prompt')
      await page.getByRole('tab', { name: 'Create' }).focus()
      await refocus()
      await page.clock.runFor(10)
      expect(await focused()).toBe('tab-create')
      await page.close()
    })

    it.each([
      ['color-mix', () => Object.assign(CSS, { supports: () => false })],
      [
        'lookbehind',
        () =>
          Object.assign(window, {
            RegExp: new Proxy(RegExp, {
              construct(pattern, given) {
                if (String(given[0]).startsWith('(?<=')) throw new SyntaxError('invalid group')
                return Reflect.construct(pattern, given)
              },
            }),
          }),
      ],
    ])(
      'shows which browsers it needs in an engine without %s, and does not start',
      async (_feature, spoil) => {
        const { page, asked } = await open(spoil)
        await page
          .getByRole('alert')
          .getByText('Inkwright needs Chrome or Edge 111, Firefox 113, Safari 16.4')
          .waitFor()
        expect(await page.getByRole('textbox').count()).toBe(0)
        // A hidden panel asks to be shown.
        await expect.poll(asked).toEqual(['panel.show'])
        await page.clock.runFor(60_000)
        expect(await asked()).toEqual(['panel.show'])
        await page.close()
      },
    )
  })

  it('says so if its script does not run', async () => {
    suite.expectFaults(/Unexpected/)
    const stage = await suite.open({ settings: { apiKey: DEMO_KEY }, held: true })
    await panelControls(stage.panel).prompt.waitFor()
    stage.start('a script of tomorrow')
    await stage.panel
      .getByRole('alert')
      .getByText('Inkwright could not start. Nothing was charged.')
      .waitFor()
    expect(await panelControls(stage.panel).prompt.count()).toBe(0)
  })
})
