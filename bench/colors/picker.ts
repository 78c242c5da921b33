import type { Browser } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import type { BrandColor } from '../../src/protocol/colors'
import { panelControls } from '../../test/support/panel-controls'
import { openStage } from '../../test/support/panel-stage'
import { painted } from '../painted'

/** Opens the color picker for a picture's first color in the built panel. Resolves to the time until it is painted, in ms. */
export async function pickerTime(browser: Browser, colors: readonly BrandColor[]): Promise<number> {
  const file = { colors, hasVariables: true, hasStyles: true, canCreateVariables: true }
  const { page, panel, close } = await openStage(browser, {
    reducedMotion: false,
    settings: { apiKey: DEMO_KEY },
    handlers: { 'colors.read': () => file },
  })
  try {
    const ui = panelControls(panel)
    await ui.generatePicture('a fox')
    await ui.openPicture('a fox')
    // Make sure that the file's colors have been read and matched.
    await ui.choose('Colors', 'Match file colors')
    // `evaluate` works in spite of the panel's Content-Security-Policy, which blocks added script elements.
    await page
      .frames()
      .find((frame) => frame.url().startsWith('data:'))
      ?.evaluate(`globalThis.painted = ${painted}`)
    const swatch = panel.getByRole('button', { name: /becomes/ }).first()
    const time = await swatch.evaluate(async (element: HTMLElement) => {
      const { painted } = globalThis as unknown as { readonly painted: () => Promise<void> }
      const start = performance.now()
      element.click()
      await painted()
      return performance.now() - start
    })
    await panel.getByRole('listbox').getByRole('option').nth(10).waitFor()
    return time
  } finally {
    await close()
  }
}
