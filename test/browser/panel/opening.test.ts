import { describe, expect, it } from 'vitest'
import { DEMO_KEY } from '../../../stand-in'
import { hands } from '../../support/panel-hands'
import { NO_SETTINGS } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

/** A mark on an element that only this one has: it tells whether another took its place. */
const mark = (element: Element) => Object.assign(element, { isMarked: true })
const isMarked = (element: Element) => 'isMarked' in element

describe('before its script has come, the panel', () => {
  const suite = panelSuite()

  it('has the prompt in the focus, and keeps what is typed and where', async () => {
    const stage = await suite.open({ settings: { apiKey: DEMO_KEY }, held: true })
    const ui = hands(stage.panel)
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

  it('takes a key', async () => {
    const stage = await suite.open({ held: true })
    const field = stage.panel.getByRole('textbox', { name: 'API key' })
    await field.fill(DEMO_KEY)
    await field.evaluate(mark)
    stage.start()
    await stage.panel.getByRole('button', { name: 'Show key' }).click()
    await stage.panel.getByRole('button', { name: 'Hide key' }).waitFor()
    expect(await field.inputValue()).toBe(DEMO_KEY)
    expect(await field.evaluate(isMarked)).toBe(true)
    await stage.panel.getByRole('button', { name: 'Save key' }).click()
    await hands(stage.panel).prompt.waitFor()
    expect(stage.settings().apiKey).toBe(DEMO_KEY)
  })

  it.each([
    ['with a key', { apiKey: DEMO_KEY }],
    ['at the first run', {}],
  ])('looks as it does when it is live, %s', async (_when, settings) => {
    const stage = await suite.open({
      settings,
      held: true,
      handlers: { 'settings.load': () => new Promise(() => undefined) },
    })
    const look = async () => (await stage.panel.locator('#panel').innerHTML()).replace(' value=""', '')
    const still = await look()
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
  })

  it('goes over to the first run when the key is gone', async () => {
    const stage = await suite.open({
      settings: { apiKey: DEMO_KEY },
      held: true,
      handlers: { 'settings.load': () => NO_SETTINGS },
    })
    await hands(stage.panel).prompt.waitFor()
    stage.start()
    await hands(stage.panel).key.waitFor()
    expect(await hands(stage.panel).prompt.count()).toBe(0)
  })

  it('says so where its script does not run', async () => {
    suite.expectFaults(/Unexpected/)
    const stage = await suite.open({ settings: { apiKey: DEMO_KEY }, held: true })
    await hands(stage.panel).prompt.waitFor()
    stage.start('a script of tomorrow')
    await stage.panel
      .getByRole('alert')
      .getByText('Inkwright could not start. Nothing was charged.')
      .waitFor()
    expect(await hands(stage.panel).prompt.count()).toBe(0)
  })
})
