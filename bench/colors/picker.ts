import type { Browser } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import type { BrandColor } from '../../src/protocol/colors'
import { hands } from '../../test/support/panel-hands'
import { openStage } from '../../test/support/panel-stage'
import { painted } from '../painted'

/** Opens the picker of a picture's first color in the built panel, as a person does. Resolves to the ms until it is painted. */
export async function pickerTime(browser: Browser, colors: readonly BrandColor[]): Promise<number> {
  const file = { colors, hasVariables: true, hasStyles: true, canCreateVariables: true }
  const { page, panel, close } = await openStage(browser, {
    settings: { apiKey: DEMO_KEY },
    handlers: { 'colors.read': () => file },
  })
  try {
    const ui = hands(panel)
    await ui.prompt.fill('a fox')
    await ui.generate.click()
    await ui.insert.waitFor()
    // The file is read, and its colors are matched, before.
    await panel.getByText('Ask for colors of this file').click()
    await panel.getByRole('listbox').getByRole('option').first().waitFor()
    await panel.getByText('Ask for colors of this file').click()
    // As the debugger does it: the panel's own policy lets no foreign script in.
    await page
      .frames()
      .find((frame) => frame.url().startsWith('data:'))
      ?.evaluate(`globalThis.painted = ${painted}`)
    const swatch = panel
      .getByRole('list', { name: /^Palette/ })
      .getByRole('button')
      .first()
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
