import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { type Path, SIZES, stageOf } from '../screenshots/states'
import { recordAnnouncements, unannouncedNotices } from './announcements'
import { cutTexts } from './cut-text'
import type { Panel } from './panel'
import { panelSuite } from './panel-suite'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Loads axe into the panel through the debugger, because the panel's policy allows no other scripts. */
async function loadAxe(panel: Panel): Promise<void> {
  const frame = await (await panel.locator('html').elementHandle())?.ownerFrame()
  await frame?.evaluate(SOURCE)
}

/** The rules whose result depends on the theme or on the size of the panel. */
const VISUAL_RULES = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

/**
 * Returns violations of these rules; by default, of all rules of the standards up to WCAG 2.2 AA, and of axe's best practices.
 */
function violations(panel: Panel, rules?: readonly string[]): Promise<string[]> {
  return panel.locator('html').evaluate(async (_root, values) => {
    const results = await (window as unknown as { readonly axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
      // Of WCAG 2.2, but off by default.
      rules: { 'target-size': { enabled: true } },
      ...(values && { runOnly: { type: 'rule', values: [...values] } }),
    })
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    )
  }, rules)
}

/** Enlarges the browser's font size, like its settings. */
const enlarge = (panel: Panel, fontSize: string): Promise<void> =>
  panel.locator('html').evaluate((root, size) => {
    root.style.fontSize = size
    return new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
  }, fontSize)

/** Rules about layout depend on the width, and rules about colors on the theme: each is covered once. */
const LOOKS = [
  { theme: 'light', ...SIZES[0] },
  { theme: 'dark', ...SIZES[1] },
] as const

/** The panel's default size. */
const USUAL = { width: 360, height: 640 }

/**
 * Tests that the states of these paths pass axe in both themes, cut off no text, also at 200 % of its size, and announce their
 * notices.
 */
export function describeAccessibility(topic: string, paths: readonly Path[]): void {
  describe(`every state of ${topic} is accessible`, () => {
    const suite = panelSuite()

    it.each(paths.map((path) => ({ path, names: path.states.map(({ name }) => name).join(', ') })))(
      '$names',
      async ({ path }) => {
        suite.expectFaults(/Failed to load resource/, ...(path.expected ?? []))
        suite.standIn.setFaults(path.faults ?? [])
        const { panel, page, setTheme } = await suite.open({ ...stageOf(path), ...LOOKS[0] })
        await recordAnnouncements(panel)
        await loadAxe(panel)
        let looks: readonly (typeof LOOKS)[number][] = LOOKS
        for (const { name, reach } of path.states) {
          await reach(panel)
          await expect.poll(() => unannouncedNotices(panel)).toEqual([])
          for (const [at, { theme, ...size }] of looks.entries()) {
            // The first look is the one of the previous state.
            if (at > 0) {
              await page.setViewportSize(size)
              await setTheme(theme)
              await panel.locator(`html.figma-${theme}`).waitFor()
            }
            const rules = at > 0 ? VISUAL_RULES : undefined
            expect(await violations(panel, rules), `${name}, ${theme}, ${size.width} px`).toEqual([])
            expect.soft(await cutTexts(panel), `${name}, ${size.width} px`).toEqual([])
          }
          await page.setViewportSize(USUAL)
          await enlarge(panel, '200%')
          expect.soft(await cutTexts(panel), `${name}, text of 200 %`).toEqual([])
          await enlarge(panel, '')
          await page.setViewportSize(looks.at(-1) ?? USUAL)
          looks = [...looks].reverse()
        }
      },
    )
  })
}
