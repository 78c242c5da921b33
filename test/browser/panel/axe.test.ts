import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { FrameLocator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { SIZES, STATES, stageOf } from '../../screenshots/states'
import { listen, unheard } from '../../support/heard'
import { panelSuite } from '../../support/panel-suite'

/** As small as it comes: every state reads it anew. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Brings axe into the panel, as the debugger does it: the panel's own policy lets no foreign script in. */
async function bringAxe(panel: FrameLocator): Promise<void> {
  const frame = await (await panel.locator('html').elementHandle())?.ownerFrame()
  await frame?.evaluate(SOURCE)
}

/** Every rule of the standards up to WCAG 2.2 AA, and what axe calls best practice. */
function violations(panel: FrameLocator): Promise<string[]> {
  return panel.locator('html').evaluate(async () => {
    const results = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    })
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  })
}

describe('every state is open to everybody', () => {
  const suite = panelSuite()

  it.each(STATES)('$name', async (state) => {
    const { faults = [], expected = [], reach } = state
    suite.expectFaults(/Failed to load resource/, ...expected)
    suite.standIn.setFaults(faults)
    const { panel, page, setTheme } = await suite.open({ ...stageOf(state), ...SIZES[0] })
    await listen(panel)
    await reach(panel)
    await expect.poll(() => unheard(panel)).toEqual([])
    await bringAxe(panel)
    // What depends on the width differs by where things are, and what depends on the theme by their colors: each once.
    for (const [at, theme] of (['light', 'dark'] as const).entries()) {
      const size = SIZES[at] ?? SIZES[0]
      if (size) await page.setViewportSize(size)
      await setTheme(theme)
      await panel.locator(`html.figma-${theme}`).waitFor()
      expect(await violations(panel), `${theme}, ${size?.width} px`).toEqual([])
    }
  })
})
