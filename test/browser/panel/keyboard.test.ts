import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Panel } from '../../support/panel'
import { panelSuite } from '../../support/panel-suite'

/** A tab stop. */
interface Stop {
  readonly name: string
  readonly isSeen: boolean
}

/** Returns all tab stops, with a single one for each radio group and tab list. */
const expectedStops = (panel: Panel) =>
  panel.locator('html').evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter((element) => {
      const isRadio = element instanceof HTMLInputElement && element.type === 'radio'
      const isDisabled = 'disabled' in element && element.disabled === true
      return (
        !isDisabled && element.tabIndex >= 0 && element.checkVisibility() && (!isRadio || element.checked)
      )
    })
    for (const [i, element] of all.entries()) element.dataset.stop = String(i)
    return all.map((_, i) => String(i))
  })

/** Presses Tab from the top until it wraps around. */
async function walk(panel: Panel, page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  await panel.getByRole('tab', { selected: true }).focus()
  // Starting with the keyboard, because browsers only show the focus then.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  for (;;) {
    const stop = await panel.locator('html').evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement) || element === document.body) return null
      // The focus ring of a control may be on the field around it.
      const wearers = [element, element.closest('.prompt'), element.closest('.field-box')]
      const isSeen = wearers.some((wearer) => {
        if (!wearer) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(wearer)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1
      })
      return { name: element.getAttribute('data-stop') ?? '?', isSeen }
    })
    if (!stop || stops.some(({ name }) => name === stop.name)) return stops
    stops.push(stop)
    await page.keyboard.press('Tab')
  }
}

describe('the Tab key', () => {
  const suite = panelSuite()

  it('reaches everything in every tab in order, each with a visible focus', async () => {
    const { panel, ui, page } = await suite.open({ settings: { apiKey: DEMO_KEY }, height: 900 })
    await ui.generatePicture('a fox')
    for (const name of ['Create', 'History', 'Settings']) {
      await ui.tab(name).click()
      const expected = await expectedStops(panel)
      expect(expected.length).toBeGreaterThan(5)
      const stops = await walk(panel, page)
      expect(stops.map((stop) => stop.name)).toEqual(expected)
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([])
    }
  })

  it('stops once for all tiles, even if some have failed', async () => {
    suite.expectFaults(/Failed to load resource/)
    suite.standIn.setFaults([{ route: 'submit', fault: { kind: 'answer', status: 500, body: {} } }])
    const { panel, ui } = await suite.open({ settings: { apiKey: DEMO_KEY, count: 2 } })
    await ui.submitPrompt('a fox')
    await expect.poll(() => ui.tiles.filter({ hasText: 'Segmind unavailable' }).count()).toBe(2)
    const tiles = panel.locator('.tile').filter({ has: panel.locator('[tabindex="0"]') })
    expect(await tiles.count()).toBe(1)
  })
})
