import { describe, expect, it } from 'vitest'
import { keptPictures } from '../../support/kept-pictures'
import { panelControls, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const NOTE =
  'Nearly full. To make space, the oldest images that are inserted and not starred are deleted automatically. Star what you want to keep, or delete what you no longer need.'

/** Ten pictures of this many bytes each; there is space for 4.8 MB. */
const tenOf = (bytes: number) =>
  keptPictures(Array.from({ length: 10 }, (_, i) => ({ prompt: `a fox, number ${i}`, bytes })))

describe('the storage space', () => {
  const suite = panelSuite()

  it('is not mentioned while more than a tenth is left', async () => {
    const { panel } = await suite.open({ ...withKey, journal: tenOf(430_000) })
    await panelControls(panel).tab('History').click()
    await panel.getByText('4.3 of 5 MB').last().waitFor()
    expect(await panel.getByText('Nearly full').count()).toBe(0)
  })

  it('shows a warning with advice when it is nearly used up, until there is space again', async () => {
    const journal = tenOf(440_000)
    const { panel, ui } = await suite.open({ ...withKey, journal })
    await ui.tab('History').click()
    const note = panel.getByRole('tabpanel').getByText(NOTE, { exact: true })
    await note.waitFor()
    await panel.getByText('4.4 of 5 MB').last().waitFor()
    await panel.getByRole('gridcell', { name: 'number 9' }).press('Delete')
    await ui.waitForStatus('Deleted 1 image.')
    // It can still be restored, so it still takes up space.
    expect(await note.count()).toBe(1)
    await panel.getByRole('gridcell', { name: 'number 8' }).press('Delete')
    await note.waitFor({ state: 'detached' })
    await expect.poll(() => journal.size).toBe(9)
  })

  it('is shown in Settings, in color from four fifths on', async () => {
    for (const [bytes, used, isHigh] of [
      [380_000, '3.8 of 5 MB', false],
      [390_000, '3.9 of 5 MB', true],
    ] as const) {
      const { panel, ui } = await suite.open({ ...withKey, journal: tenOf(bytes) })
      await ui.tab('Settings').click()
      const storage = panel.getByRole('region', { name: 'Storage' })
      await storage.getByText('10 images on this computer').waitFor()
      await storage.getByText(used).waitFor()
      expect(await storage.getByRole('meter', { name: 'Storage' }).count()).toBe(1)
      expect(await storage.locator('.high').count()).toBe(isHigh ? 1 : 0)
      expect(await storage.getByText('Nearly full').count()).toBe(0)
    }
  })
})
