import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import type { Panel } from '../../support/panel'
import { panelControls, withKey } from '../../support/panel-controls'
import { workerSource } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { recordInserts } from '../../support/picture'

const PROMPT = 'a red fox'

const sourceOf = (panel: Panel) => panel.getByRole('img', { name: PROMPT }).getAttribute('src')

describe('how an image becomes layers', () => {
  const suite = panelSuite()

  it('is shown, listed, previewed, remembered, and used for inserting', async () => {
    const inserted: Picture[] = []
    const { panel, settings } = await suite.open({
      ...withKey,
      handlers: { 'picture.insert': recordInserts(inserted, 3) },
    })
    const ui = panelControls(panel)
    await ui.generatePicture(PROMPT)
    await ui.openPicture(PROMPT)
    await panel.getByText(/^\d+ layers from \d+ shapes$/).waitFor()
    const merged = await sourceOf(panel)
    const swatches = panel.getByRole('list', { name: /^\d+ colors$/ }).getByRole('button')
    expect(await swatches.first().getAttribute('aria-label')).toMatch(/^#[\da-f]{6}, [\d.]+%$/)
    const fold = panel.getByRole('button', { name: 'Layers', exact: true })
    await panel.getByText('Merged, in a frame').waitFor()
    await fold.click()
    // Topmost first.
    const names = await panel
      .getByRole('list', { name: /^\d+ layers$/ })
      .getByRole('listitem')
      .allTextContents()
    expect(names.at(-1)).toBe('Background')
    expect(names[0]).toMatch(/^[A-Z][a-z ]+#[\da-f]{6} · \d+ shapes?$/)

    await ui.choose('Layers', 'Objects')
    await panel.getByText(/^(Objects|Merged \(.+\)), in a frame$/).waitFor()
    await expect.poll(settings).toMatchObject({ layers: 'objects' })
    await ui.choose('Layers', 'As drawn')
    await panel.getByText(/^(\d+) layers from \1 shapes$/).waitFor()
    expect(await sourceOf(panel)).not.toBe(merged)
    await ui.choose('Layers', 'Grouped')
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('<g id='))

    await ui.choose('Background', 'Remove')
    await expect.poll(() => sourceOf(panel)).not.toContain('Background')
    await ui.choose('Background', 'Frame fill')
    await expect.poll(() => sourceOf(panel)).toContain('Background')
    const stacked = await sourceOf(panel)
    await panel.getByRole('checkbox', { name: /^Cut out what is painted/ }).check()
    await panel.getByText(/ anchors · \d+ colors · \d+ holes? cut/).waitFor()
    expect(await sourceOf(panel)).not.toBe(stacked)
    await ui.choose('Similar colors', 'Keep all')
    await ui.choose('Insert as', 'One vector')
    await expect.poll(settings).toMatchObject({
      ...{ layers: 'grouped', background: 'frame', holes: 'cut', unify: 0, insertAs: 'vector' },
    })
    await panel.getByText('Grouped, as one vector').waitFor()

    // Immediately: the chosen mode is inserted, not the one that is still shown.
    await ui.choose('Layers', 'Merged')
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
    expect(inserted).toHaveLength(1)
    expect(inserted[0]).toMatchObject({ frameFill: true, as: 'vector' })
    expect(inserted[0]?.parts.join()).not.toContain('<g')
  })

  it('can be stopped and continued', async () => {
    // A worker that never finishes: it reports that it is listening, and nothing else.
    let source = 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }'
    const { panel, ui } = await suite.open({ ...withKey, handlers: { 'vector.load': () => ({ source }) } })
    await ui.submitPrompt(PROMPT)
    await panel.getByRole('gridcell', { name: PROMPT }).and(panel.locator('[aria-selected]')).waitFor()
    await ui.openPicture(PROMPT)
    await panel.getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
    source = await workerSource()
    await ui.cancel.click()
    await ui.waitForStatus('The layers of this image are not ready.')
    await ui.button('Try again').click()
    await panel.getByText(/^\d+ layers from \d+ shapes$/).waitFor()
    expect(await panel.getByRole('progressbar').count()).toBe(0)
  })

  it('works on the panel’s own thread if no worker starts', async () => {
    const { panel, page } = await suite.open(withKey)
    for (const frame of page.frames()) {
      await frame.evaluate(() => {
        Object.assign(window, { Worker: undefined })
      })
    }
    await panelControls(panel).generatePicture(PROMPT)
  })
})
