import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { hands } from '../../support/panel-hands'
import type { FakeJournal } from '../../support/panel-stage'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

describe('trying without a key', () => {
  const suite = panelSuite()

  it('goes the whole way with bundled pictures, and sends nothing to anybody', async () => {
    const inserted: Picture[] = []
    const { panel, ui, page, settings } = await suite.open({
      handlers: {
        'picture.insert': ({ pictures }) => {
          inserted.push(...pictures)
          return insertedOf(9)
        },
      },
    })
    const contacted: string[] = []
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url())) contacted.push(request.url())
    })
    await ui.button('Try without a key').click()
    await panel.getByRole('region', { name: 'Samples' }).getByText('Nothing is sent or charged.').waitFor()
    await expect.poll(() => ui.prompt.inputValue()).toBe('A lighthouse on a cliff at dusk, flat colors')
    expect(await panel.getByText('$').count()).toBe(0)
    await ui.size('1365 × 1024').check()
    await ui.button('Generate a sample').click()
    // The job is marked while it runs, and the picture is there in a few seconds.
    await panel.getByRole('progressbar', { name: /^Progress of “A lighthouse/ }).waitFor()
    expect(await panel.getByText('Sample', { exact: true }).count()).toBe(2)
    await ui.says('Drawing…')
    await panel.getByRole('img', { name: /^A lighthouse/ }).waitFor()
    await ui.insert.click()
    await ui.says('Inserted on the canvas: 9 layers.')
    expect(inserted).toHaveLength(1)
    expect(inserted[0]).toMatchObject({ width: 1365, height: 1024 })
    expect(inserted[0]?.recipe).toMatchObject({ cost: 0, size: '1365x1024' })
    expect(suite.requests()).toEqual([])
    expect(contacted).toEqual([])
    expect(settings().apiKey).toBeNull()
  })

  it('brings another picture for other words, and marks them in the history', async () => {
    const journal: FakeJournal = new Map()
    const { panel, ui, close } = await suite.open({ journal })
    await ui.button('Try without a key').click()
    await ui.prompt.fill('a fox')
    await panel.getByRole('combobox', { name: 'Pictures' }).selectOption('2')
    await ui.button('Generate 2 samples').click()
    await ui.tab('History').click()
    await expect.poll(() => ui.button('Open “a fox”').count()).toBe(2)
    const sources = () =>
      panel
        .getByRole('listitem')
        .locator('img')
        .evaluateAll((all) => all.map((image) => image.getAttribute('src')))
    await expect.poll(async () => new Set(await sources()).size).toBe(2)
    expect(await panel.getByRole('listitem').getByText('Sample', { exact: true }).count()).toBe(2)
    await ui.button('Details of “a fox”').first().click()
    await panel.getByRole('definition').getByText('Free: a sample').waitFor()
    await close()
    // The mark is kept with the picture.
    const { panel: next } = await suite.open({ journal, settings: { apiKey: DEMO_KEY } })
    await hands(next).tab('History').click()
    await expect.poll(() => next.getByRole('listitem').getByText('Sample', { exact: true }).count()).toBe(2)
  })

  it('ends with the user’s own key', async () => {
    const { panel, ui } = await suite.open()
    await ui.button('Try without a key').click()
    await ui.button('Add your key').click()
    await expect.poll(() => ui.key.evaluate((field) => field === document.activeElement)).toBe(true)
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.button('Generate · $0.10').waitFor()
    expect(await panel.getByRole('region', { name: 'Samples' }).count()).toBe(0)
    await ui.ask('a fox')
    await ui.insert.waitFor()
    const posts = suite.posts()
    expect(posts).toHaveLength(1)
  })

  it('picks a sample up at the next visit, and never pays for it', async () => {
    const journal: FakeJournal = new Map()
    const { panel, close } = await suite.open({ journal })
    await hands(panel).button('Try without a key').click()
    await hands(panel).generate.click()
    await hands(panel).says('Drawing…')
    await close()
    const { panel: next } = await suite.open({ journal, settings: { apiKey: DEMO_KEY } })
    await next.getByRole('img', { name: /^A lighthouse/ }).waitFor()
    expect(suite.posts()).toEqual([])
  })
})
