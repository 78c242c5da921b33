import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { panelSuite } from '../../support/panel-suite'

/** Records everything in the frame that moves unexpectedly from now on: what, from where, and to where. */
async function watchShifts(panel: Panel): Promise<() => Promise<string[]>> {
  const root = panel.locator('html')
  await root.evaluate(() => {
    const shifts: string[] = []
    const note = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) {
        const { sources = [], hadRecentInput } = entry as PerformanceEntry & {
          readonly hadRecentInput: boolean
          readonly sources?: readonly { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
        }
        if (hadRecentInput) continue
        for (const { node, previousRect: a, currentRect: b } of sources) {
          const name =
            node instanceof Element ? `${node.tagName}.${node.className}` : (node?.textContent ?? '')
          shifts.push(`${name}: ${a.x},${a.y} ${a.width}×${a.height} → ${b.x},${b.y} ${b.width}×${b.height}`)
        }
      }
    }
    const observer = new PerformanceObserver(note)
    observer.observe({ type: 'layout-shift' })
    Object.assign(window, {
      shifts: () => {
        const records = observer.takeRecords()
        note({ getEntries: () => records } as unknown as PerformanceObserverEntryList)
        return shifts
      },
    })
  })
  return () => root.evaluate(() => (window as unknown as { shifts: () => string[] }).shifts())
}

describe('a result that arrives', () => {
  const suite = panelSuite()

  it('does not move anything, in narrow and wide panels', async () => {
    const { panel, ui, page } = await suite.open({ settings: { apiKey: DEMO_KEY }, width: 320, height: 560 })
    await ui.submitPrompt('a red boat')
    await ui.insert.waitFor()
    const shifts = await watchShifts(panel)
    for (const [width, height, prompt] of [
      [320, 560, 'a red boat at night'],
      [560, 720, 'a red boat at dawn'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await ui.prompt.fill(prompt)
      const before = await shifts()
      await ui.generate.click()
      await panel.getByRole('img', { name: prompt }).waitFor()
      expect((await shifts()).slice(before.length)).toEqual([])
    }
  })
  it('keeps older images in place while they are in view, with a link to the top', async () => {
    const journal = keptPictures(Array.from({ length: 14 }, (_, i) => ({ prompt: `image ${i}` })))
    const { panel, ui } = await suite.open({ settings: { apiKey: DEMO_KEY }, journal })
    const scroller = panel.locator('.scroll')
    const older = panel.getByRole('gridcell', { name: 'image 12' })
    await older.waitFor()
    // The newest is still partly in view, because browsers anchor to what is above it.
    await scroller.evaluate((box) => box.scrollTo(0, 270))
    const before = await older.evaluate((tile) => tile.getBoundingClientRect().top)
    await ui.submitPrompt('a red boat')
    const link = panel.getByRole('button', { name: '1 new image' })
    await link.waitFor()
    expect(await older.evaluate((tile) => tile.getBoundingClientRect().top)).toBe(before)
    await link.click()
    await expect.poll(() => scroller.evaluate((box) => box.scrollTop)).toBe(0)
    await link.waitFor({ state: 'detached' })
  })
})
