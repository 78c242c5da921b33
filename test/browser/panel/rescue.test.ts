import { describe, expect, it } from 'vitest'
import { journalOf } from '../../support/kept-pictures'
import { promptsOf, withKey } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { svgFile, svgOf, transferFiles } from '../../support/transfer-files'

const suite = panelSuite()
const HOUR = 3_600_000

/** A job whose file is on a host that Inkwright may not contact. */
function blocked(): FakeJournal {
  const at = Date.now() - HOUR
  return journalOf('blocked', {
    sent: { attempt: 1, at, via: 'queue', request: { prompt: 'a fox', style: 'any', size: '1024x1024' } },
    accepted: { requestId: '0f1c6d2a-93b4-4c1e-8a57-2f1d3b9e6c70', at },
    fetched: {
      ...{ at, url: 'https://files.example/fox.svg', waited: 9000 },
      ...{ cost: 0.12, inferenceTime: 9, queueTime: 1 },
    },
  })
}

const HOW = 'Open the file in the browser, save it, then drop it here.'

describe('a paid image whose file Inkwright cannot download', () => {
  it.each(['drop', 'paste', 'choose'] as const)(
    'says how to get it, and is completed by the file: %s',
    async (way) => {
      const journal = blocked()
      const { panel, ui, page } = await suite.open({ ...withKey, journal })
      const tile = ui.tiles.first()
      await ui.waitForStatus(HOW)
      await panel.locator('html').evaluate(() => {
        window.open = (url) => {
          document.documentElement.dataset.opened = `${url}`
          return null
        }
      })
      await tile.getByRole('button', { name: 'Open the file' }).click()
      await expect
        .poll(() => panel.locator('html').getAttribute('data-opened'))
        .toBe('https://files.example/fox.svg')
      const file = svgFile('download (3).svg', svgOf(1024, 1024))
      if (way === 'choose') {
        const chooser = page.waitForEvent('filechooser')
        await ui.menu('More', 'Choose its file…')
        await (await chooser).setFiles([
          { name: file.name, mimeType: 'image/svg+xml', buffer: Buffer.from(file.text) },
        ])
      } else if (way === 'drop') {
        await transferFiles(panel, 'dragover', [file], { selector: '.tile' })
        await panel.getByText('Drop its file here').waitFor()
        await transferFiles(panel, 'drop', [file], { selector: '.tile' })
        // The focus is on the button that was pressed.
      } else await transferFiles(panel, 'paste', [], { text: file.text })
      await panel.getByRole('img', { name: 'a fox' }).waitFor()
      await ui.tab('History').click()
      await expect.poll(() => promptsOf(panel)).toEqual(['a fox'])
      await ui.openDetails('a fox')
      expect(await ui.readDetails()).toMatchObject({ Cost: '$0.12' })
      expect(suite.posts()).toEqual([])
    },
  )

  it('does not change if a file is dropped elsewhere, or cannot be used', async () => {
    const { panel, ui } = await suite.open({ ...withKey, journal: blocked() })
    await ui.waitForStatus(HOW)
    await transferFiles(panel, 'drop', [{ name: 'notes.txt', text: 'Dear all' }], { selector: '.tile' })
    await panel.getByRole('region', { name: '1 file was not added' }).getByText('notes.txt').waitFor()
    await transferFiles(panel, 'drop', [svgFile('fox.svg')], { selector: '#prompt' })
    await panel.getByRole('img', { name: 'fox', exact: true }).waitFor()
    await ui.tiles.getByText(HOW).waitFor()
    expect(await ui.tiles.count()).toBe(2)
  })
})
