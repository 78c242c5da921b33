import type { Locator } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PICTURES } from '../../../src/samples/pictures'
import { buildFolder } from '../../support/built'
import { toFullWidth } from '../../support/made-up-language'
import type { Panel } from '../../support/panel'
import type { StageOptions } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'

/** A prompt without Latin letters, so that every Latin letter is one of the panel's own. */
const PROMPT = '赤いパンダ'

const built = buildFolder()
beforeAll(() => built.build({ INKWRIGHT_LANGUAGE: 'test/support/made-up-language.ts' }), 120_000)
afterAll(built.remove)

/** Returns texts and names in the panel with a letter that comes neither from the language nor from a sample's prompt. */
const untranslated = async (panel: Panel): Promise<string[]> => {
  const found = await panel.locator('body').evaluate((body) => {
    const isId = /^([0-9a-f-]{36}|#[0-9a-f]{6})$/
    const hasOwnLetters = (text: string | null): text is string =>
      text !== null && /[A-Za-z]/.test(text) && !isId.test(text)
    const found: string[] = []
    for (const element of body.querySelectorAll('*')) {
      // The user's own text, and layer names, which are in the document.
      if (element.closest('script, style, svg, textarea, .prompt-ghost, .layer-list li')) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'label']) {
        const text = element.getAttribute(name)
        if (hasOwnLetters(text)) found.push(`${name}: ${text}`)
      }
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && hasOwnLetters(node.textContent))
          found.push(node.textContent ?? '')
    }
    return found
  })
  return found.filter((text) => !PICTURES.some(({ prompt }) => text.includes(prompt)))
}

describe('a plugin in another language', () => {
  const suite = panelSuite()

  async function open(options: StageOptions = {}) {
    const { panel } = await suite.open({ ...options, dist: built.dist })
    const named =
      (role: 'button' | 'tab' | 'textbox' | 'region') =>
      (name: string): Locator =>
        panel.getByRole(role, { name: toFullWidth(name) }).first()
    return {
      panel,
      button: named('button'),
      tab: named('tab'),
      field: named('textbox'),
      expectTranslated: async () => expect(await untranslated(panel)).toEqual([]),
    }
  }

  it('has no English text before there is a key', async () => {
    const { panel, button, field, expectTranslated } = await open()
    await field('API key').waitFor()
    await expectTranslated()
    await button('Save key').click()
    await expectTranslated()
    await panel.getByRole('button', { name: PICTURES[0]?.prompt ?? '' }).click()
    await button('Insert').waitFor()
    await expectTranslated()
  })

  it('has no English text from the prompt to the settings', async () => {
    const { panel, button, tab, field, expectTranslated } = await open({ settings: { apiKey: DEMO_KEY } })
    await field('Prompt').fill(PROMPT)
    await expectTranslated()
    await button('Generate').click()
    await panel.getByRole('img', { name: PROMPT }).waitFor()
    await expectTranslated()
    await button('Insert').click()
    await panel
      .getByRole('status')
      .filter({ hasText: toFullWidth('Inserted on the canvas') })
      .waitFor({ state: 'attached' })
    await expectTranslated()
    await tab('History').click()
    await expectTranslated()
    await panel.getByRole('gridcell').first().dblclick()
    await button('Zoom in').waitFor()
    await expectTranslated()
    await button('More').click()
    await panel.getByRole('menuitem', { name: toFullWidth('Details') }).click()
    await button('Copy request ID').waitFor()
    await expectTranslated()
    await button('Back to History').click()
    await tab('Settings').click()
    await expectTranslated()
    await button('Advanced').click()
    await expectTranslated()
    await button('Privacy').click()
    await expectTranslated()
    await panel.getByRole('heading', { name: toFullWidth('Privacy') }).press('Escape')
    await button('Shortcuts').click()
    await expectTranslated()
  })

  it('has no English text for an error', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([{ route: 'submit', fault: { kind: 'answer', status: 400, body: {} } }])
    const { button, field, expectTranslated } = await open({ settings: { apiKey: DEMO_KEY } })
    await field('Prompt').fill(PROMPT)
    await button('Generate').click()
    await button('Edit prompt').waitFor()
    await expectTranslated()
  })
})
