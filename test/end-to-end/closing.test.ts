import { DEMO_KEY } from 'segmind-stand-in'
import { beforeEach, describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'

/** Closes the plugin at three moments of a paid job, and reopens it: nothing is lost, and nothing is paid for twice. */
describe('closing the panel', () => {
  const suite = editorSuite()
  const { panel, ui } = suite

  beforeEach(async () => {
    await ui().key.fill(DEMO_KEY)
    await ui().saveKey.click()
    await ui().prompt.fill('a lighthouse at night')
  })

  const posts = () => suite.requests().filter(({ method }) => method === 'POST').length
  const frames = () => suite.page.evaluate(() => window.figmaHost?.snapshot().layers.length)
  async function reopen(): Promise<void> {
    await suite.page.evaluate(() => window.figmaHost?.stop())
    await suite.page.evaluate(() => window.figmaHost?.run())
  }

  it('before the response to the POST says that it may have been charged, and nothing is sent automatically', async () => {
    let release: (value?: unknown) => void = () => undefined
    suite.stage.standIn.setFaults([
      { route: 'submit', fault: { kind: 'held', until: new Promise((done) => (release = done)) } },
    ])
    await ui().generate.click()
    await expect.poll(posts).toBe(1)
    await reopen()
    release()
    await ui().waitForStatus('The panel closed before Segmind had answered. It may have been charged.')
    await ui().button('Try again').or(ui().generate).first().waitFor()
    expect(posts()).toBe(1)
  })

  it('while the job is processed: the picture arrives after reopening', async () => {
    const fault = { kind: 'answer', status: 200, body: { status: 'PROCESSING' } } as const
    suite.stage.standIn.setFaults([{ route: 'status', fault }])
    await ui().generate.click()
    await panel().getByRole('gridcell', { name: 'Drawing' }).waitFor()
    await reopen()
    suite.stage.standIn.setFaults([])
    await panel().getByRole('img', { name: 'a lighthouse at night' }).waitFor()
    await ui().insert.click()
    await ui().waitForStatus('Inserted on the canvas')
    expect(posts()).toBe(1)
    expect(await frames()).toBe(1)
  })

  it('during the insert leaves the whole picture on the canvas or nothing, and the picture in History', async () => {
    await ui().generate.click()
    await ui().insert.click()
    await reopen()
    const there = await frames()
    expect([0, 1]).toContain(there)
    await ui().tab('History').click()
    await panel().getByRole('gridcell', { name: 'a lighthouse at night' }).click()
    await ui().insert.click()
    await ui().waitForStatus('Inserted on the canvas')
    expect(await frames()).toBe((there ?? 0) + 1)
    expect(posts()).toBe(1)
  })
})
