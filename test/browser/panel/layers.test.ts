import type { FrameLocator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { hands, withKey } from '../../support/panel-hands'
import { workerSource } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

const PROMPT = 'a red boat'

const sourceOf = (panel: FrameLocator) => panel.getByRole('img', { name: PROMPT }).getAttribute('src')
const picker = (panel: FrameLocator, name: string) => panel.getByRole('combobox', { name, exact: true })
const result = (panel: FrameLocator) => panel.getByRole('region', { name: 'Result' })

describe('how a picture becomes layers', () => {
  const suite = panelSuite()

  it('is said, listed, shown in the preview, remembered, and handed over as it is shown', async () => {
    const inserted: Picture[] = []
    const { panel, settings } = await suite.open({
      ...withKey,
      handlers: {
        'picture.insert': ({ pictures }) => {
          inserted.push(...pictures)
          return insertedOf(3)
        },
      },
    })
    await hands(panel).make(PROMPT)
    const region = result(panel)
    await region.getByText(/^\d+ shapes → \d+ layers · \d+ kB$/).waitFor()
    const merged = await sourceOf(panel)
    await region.getByText(/^\d+ layers$/).click()
    // The foremost at the top.
    const names = await region.locator('ol').getByRole('listitem').allTextContents()
    expect(names.at(-1)).toBe('Background')
    expect(names[0]).toMatch(/^[A-Z][a-z ]+#[\da-f]{6} · \d+ shapes?$/)
    const swatches = region.getByRole('list', { name: /^Palette, \d+ colors$/ }).getByRole('button')
    expect(await swatches.first().getAttribute('aria-label')).toMatch(/^#[\da-f]{6}, [\d.]+%$/)

    await picker(panel, 'Layers').selectOption('As drawn')
    await region.getByText(/^(\d+) shapes → \1 layers/).waitFor()
    expect(await sourceOf(panel)).not.toBe(merged)
    await picker(panel, 'Layers').selectOption('Grouped')
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('<g id='))

    await picker(panel, 'Background').selectOption('Remove')
    await expect.poll(() => sourceOf(panel)).not.toContain('Background')
    await picker(panel, 'Background').selectOption('As frame fill')
    await expect.poll(() => sourceOf(panel)).toContain('Background')
    await picker(panel, 'Colors').selectOption('Keep all')
    await expect.poll(settings).toMatchObject({ layers: 'grouped', background: 'frame', unify: 0 })

    // At once: what is inserted is what was chosen, not what is still shown.
    await picker(panel, 'Layers').selectOption('Merged')
    await hands(panel).insert.click()
    await hands(panel).says('Inserted')
    expect(inserted).toHaveLength(1)
    expect(inserted[0]).toMatchObject({ frameFill: true })
    expect(inserted[0]?.parts.join()).not.toContain('<g')
  })

  it('can be stopped, and taken up again', async () => {
    // A worker that never ends: it says that it listens, and nothing more.
    let source = 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }'
    const { panel, ui } = await suite.open({ ...withKey, handlers: { 'vector.load': () => ({ source }) } })
    await ui.ask(PROMPT)
    await result(panel).getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
    source = await workerSource()
    await result(panel).getByRole('button', { name: 'Cancel' }).click()
    await ui.says('The layers of this picture are not ready.')
    await ui.button('Try again').click()
    await ui.insert.waitFor()
  })

  it('works on the panel’s own thread where no worker starts', async () => {
    const { panel, page } = await suite.open(withKey)
    for (const frame of page.frames()) {
      await frame.evaluate(() => {
        Object.assign(window, { Worker: undefined })
      })
    }
    await hands(panel).make(PROMPT)
  })
})
