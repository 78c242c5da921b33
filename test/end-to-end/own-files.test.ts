import { describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'
import { recordRequests } from '../support/outgoing-requests'
import { svgFile, svgOf, transferFiles } from '../support/transfer-files'

const suite = editorSuite()

describe('an SVG of the user’s own in the editor', () => {
  it('becomes layers on the canvas from a drop without a key, and sends no requests', async () => {
    const contacted = recordRequests(suite.page)
    const panel = suite.panel()
    const ui = suite.ui()
    await ui.saveKey.waitFor()
    await transferFiles(panel, 'drop', [svgFile('logo.svg', svgOf(320, 200))])
    await panel.getByRole('img', { name: 'logo' }).waitFor()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 2 layers.')
    const { layers } = (await suite.page.evaluate(() => window.figmaHost?.snapshot())) ?? { layers: [] }
    expect(layers).toMatchObject([{ name: 'logo', width: 320, height: 200 }])
    expect(layers[0]?.children).toHaveLength(2)
    // Figma offers no button that would draw it again.
    const offers = suite.page.getByRole('region', { name: 'Plugin' })
    await offers.getByText('Give it the colors of this file').waitFor()
    expect(await offers.getByText(/Draw it again|Edit the prompt/).count()).toBe(0)
    expect(suite.requests()).toEqual([])
    expect(contacted.filter((url) => !url.startsWith(suite.stage.server.origin))).toEqual([])
  })
})
