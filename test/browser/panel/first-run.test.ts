import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { PICTURES } from '../../../src/samples/pictures'
import { sampleSvg } from '../../../src/ui/samples/svg'
import { journalOf } from '../../support/kept-pictures'
import { recordRequests } from '../../support/outgoing-requests'
import { isFocused, panelControls, withKey } from '../../support/panel-controls'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { recordInserts } from '../../support/picture'

const [LIGHTHOUSE, PLANT] = PICTURES.map(({ prompt }) => prompt) as [string, string]

describe('trying without a key', () => {
  const suite = panelSuite()

  it('takes two clicks from opening to a sample on the canvas, and sends nothing', async () => {
    const inserted: Picture[] = []
    const { panel, ui, page, settings } = await suite.open({
      handlers: { 'picture.insert': recordInserts(inserted, 9) },
    })
    const contacted = recordRequests(page)
    await ui.button(PLANT).click()
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 9 layers.')
    expect(inserted).toHaveLength(1)
    expect(inserted[0]).toMatchObject({ width: 1024, height: 1024 })
    expect(inserted[0]?.recipe).toMatchObject({ prompt: PLANT, cost: 0, size: '1024x1024' })
    await panel.getByText('Nothing is charged.').waitFor()
    expect(await panel.getByText('$').count()).toBe(0)
    expect(suite.requests()).toEqual([])
    expect(contacted).toEqual([])
    expect(settings().apiKey).toBeNull()
  })

  it('shows every sample, and moves the focus to the prompt for the next image', async () => {
    const { panel, ui } = await suite.open()
    const samples = panel.getByRole('region', { name: 'Try a sample' })
    await expect.poll(() => samples.getByRole('button').count()).toBe(PICTURES.length)
    await ui.button(LIGHTHOUSE).focus()
    await ui.button(LIGHTHOUSE).press('Enter')
    await expect.poll(() => ui.prompt.evaluate(isFocused)).toBe(true)
    await expect.poll(() => ui.tiles.count()).toBe(1)
    await panel.getByText('Sample', { exact: true }).waitFor()
  })

  it('works without samples if they cannot be loaded', async () => {
    const { panel, ui } = await suite.open({ handlers: { 'samples.load': () => ({ pictures: [] }) } })
    await panel.getByRole('region', { name: 'Try a sample' }).waitFor({ state: 'detached' })
    await ui.saveKey.waitFor()
    expect(await panel.getByRole('img').count()).toBe(0)
  })

  it('delays a sample until the stored jobs have been read', async () => {
    let read: () => void = () => undefined
    const isRead = new Promise<void>((resolve) => {
      read = resolve
    })
    const { ui } = await suite.open({
      handlers: {
        'journal.load': async () => {
          await isRead
          return { jobs: [] }
        },
      },
    })
    await ui.button(LIGHTHOUSE).click()
    await ui.prompt.waitFor()
    expect(await ui.tiles.count()).toBe(0)
    read()
    await ui.insert.waitFor()
  })

  it('makes another sample for another prompt, and marks samples in History', async () => {
    const journal: FakeJournal = new Map()
    const { ui, close } = await suite.open({ journal })
    await ui.button(LIGHTHOUSE).click()
    await ui.prompt.fill('a fox')
    await ui.count(2).check()
    await ui.button('Generate 2 samples').click()
    await expect.poll(() => ui.tiles.count()).toBe(3)
    const sources = () =>
      ui.tiles.locator('img').evaluateAll((all) => all.map((image) => image.getAttribute('src')))
    await expect.poll(async () => new Set(await sources()).size).toBe(3)
    await expect.poll(() => [...journal.values()].filter(({ picture }) => picture).length).toBe(3)
    await close()
    // The mark is stored with the image.
    const { panel: next } = await suite.open({ ...withKey, journal })
    await panelControls(next).tab('History').click()
    await expect.poll(() => next.getByText('Sample', { exact: true }).count()).toBe(3)
  })

  it('ends with the user’s own key', async () => {
    const { panel, ui } = await suite.open()
    await ui.button(LIGHTHOUSE).click()
    await ui.button('Add a key').click()
    await expect.poll(() => ui.key.evaluate(isFocused)).toBe(true)
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.button('Generate · $0.10').waitFor()
    expect(await panel.getByText('Nothing is charged.').count()).toBe(0)
    await ui.submitPrompt('a fox')
    await expect.poll(() => suite.posts().length).toBe(1)
  })

  it('resumes a sample that an earlier version left open, and never pays for it', async () => {
    const at = Date.now()
    const request = { prompt: PLANT, style: 'any', size: '1024x1024' }
    const journal = journalOf('open', {
      sent: { attempt: 1, at, via: 'sample', request },
      accepted: { requestId: `sample_1_1024x1024_${at}`, at },
    })
    const { ui } = await suite.open({ ...withKey, journal })
    const image = ui.tiles.locator('img')
    await image.waitFor()
    expect(suite.posts()).toEqual([])
  })
})

describe('a sample that cannot be loaded', () => {
  const suite = panelSuite()

  it('says that nothing was charged, and offers to try again for free', async () => {
    const request = { prompt: PLANT, style: 'any', size: '1024x1024' }
    const journal = journalOf('open', { sent: { attempt: 1, at: Date.now(), via: 'sample', request } })
    const { panel, ui } = await suite.open({
      ...{ ...withKey, journal, handlers: { 'samples.load': () => ({ pictures: [] }) } },
    })
    const retry = ui.tiles.getByRole('button', { name: 'Try again', exact: true })
    await retry.waitFor()
    await ui.waitForStatus(
      'The sample could not be loaded. Not charged. Try again, or close and reopen Inkwright.',
    )
    expect(await ui.tiles.getByText('charged').allTextContents()).toEqual([
      expect.stringMatching(/^Not charged\./),
    ])
    await retry.click()
    await retry.waitFor()
    expect(await panel.getByText('$0.00').count()).toBe(0)
    expect(suite.posts()).toEqual([])
  })
})

describe('the images of the first run', () => {
  const suite = panelSuite()

  it('replace placeholders of the same size', async () => {
    const stage = await suite.open({ held: true })
    const heading = stage.panel.getByRole('heading', { name: 'Describe it.' })
    const before = await heading.boundingBox()
    stage.start()
    const image = stage.panel.getByRole('img', { name: LIGHTHOUSE })
    await image.waitFor()
    expect(await heading.boundingBox()).toEqual(before)
    const src = decodeURIComponent((await image.getAttribute('src')) ?? '')
    expect(src).toBe(`data:image/svg+xml,${PICTURES[0] && sampleSvg(PICTURES[0], 328, 184)}`)
  })
})
