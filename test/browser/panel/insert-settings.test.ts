import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { failing, panelControls } from '../../support/panel-controls'
import { PROCESSING, panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

describe('closing after an insert', () => {
  const suite = panelSuite()
  const ends = (posted: readonly string[]) => posted.filter((message) => message.includes('run.end')).length
  const inserts = (posted: readonly string[]) =>
    posted.filter((message) => message.includes('"picture.insert"')).length

  it('does not happen if the insert failed', async () => {
    const { panel, posted } = await suite.open({
      settings: { apiKey: DEMO_KEY, closeAfterInsert: true },
      handlers: { 'picture.insert': failing('import-refused') },
    })
    await panelControls(panel).generatePicture('a red boat')
    await panelControls(panel).insert.click()
    await panelControls(panel).waitForStatus('Figma could not read this image.')
    expect(ends(posted)).toBe(0)
  })

  it('happens after the last of several, not while others are drawn', async () => {
    let release: (value?: unknown) => void = () => undefined
    const { panel, ui, posted } = await suite.open({
      settings: { apiKey: DEMO_KEY, autoInsert: true, closeAfterInsert: true },
    })
    const held = new Promise((resolve) => {
      release = resolve
    })
    // The first one must not be ready before the second one is sent.
    suite.standIn.setFaults([PROCESSING])
    await ui.submitPrompt('first')
    await expect.poll(() => suite.posts().length).toBe(1)
    suite.standIn.setFaults([PROCESSING, { route: 'submit', fault: { kind: 'held', until: held } }])
    await ui.submitPrompt('second')
    await expect.poll(() => suite.posts().length).toBe(2)
    suite.standIn.setFaults([])
    await expect.poll(() => inserts(posted)).toBe(1)
    await panel.getByText(/^Inserted, \d+ layers?$/).waitFor()
    expect(ends(posted)).toBe(0)
    release()
    await expect.poll(() => inserts(posted)).toBe(2)
    await expect.poll(() => ends(posted)).toBe(1)
  })

  it('also happens for a picture that was dragged to the canvas', async () => {
    const { panel, posted, mainThread } = await suite.open({
      settings: { apiKey: DEMO_KEY, closeAfterInsert: true },
    })
    await panelControls(panel).generatePicture('a red boat')
    const job = /"job":"([a-z0-9-]+)"/.exec(posted.join('\n').replaceAll('\\', ''))?.[1] ?? ''
    const pictures = insertedOf(7).pictures.map((inserted) => ({ job, ...inserted }))
    mainThread.emit('picture.dropped', { pictures })
    await panelControls(panel).waitForStatus('Inserted on the canvas: 7 layers.')
    await expect.poll(() => ends(posted)).toBe(1)
  })
})
