import { createEditor } from 'figma-host/editor'
import type { Locator } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servedModels } from '../../../tools/start/served-models'
import { buildFolder } from '../../support/built'
import { codeOptions } from '../../support/code-stage'
import { journalOf, keptPictures } from '../../support/kept-pictures'
import { MODELS, OLD_INK, PAPER_CUT } from '../../support/made-up-models'
import { withKey } from '../../support/panel-controls'
import type { StageOptions } from '../../support/panel-stage'
import { PROCESSING, panelSuite } from '../../support/panel-suite'

const models = servedModels(MODELS)
const idOf = ({ id }: { readonly id: string }) => id

const built = buildFolder()
const { dist } = built
beforeAll(() => built.build({ INKWRIGHT_MODELS: 'test/support/made-up-models.ts' }), 120_000)
afterAll(built.remove)

const ofPaperCut = { settings: { apiKey: DEMO_KEY, model: PAPER_CUT.id } }

describe('a plugin with two models', () => {
  const suite = panelSuite({ models })
  const open = (options: StageOptions) => suite.open({ ...options, dist })
  const sent = () => suite.posts().map(({ path, json }) => [path, json])

  it('offers the styles, sizes, limit, and price of the chosen one', async () => {
    const { panel, ui, settings } = await open(withKey)
    await ui.chooseSize('1820 × 1024')
    await ui.choose('Model', 'Paper Cut 2')
    const names = (role: 'radio' | 'option', within: Locator) =>
      within.getByRole(role).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(await names('radio', panel.getByRole('radiogroup', { name: 'Style' }))).toEqual([
      ...['Layered paper', 'Silhouette', 'Line art'],
    ])
    // The closest proportion.
    expect(await ui.size.textContent()).toBe('8:5 · 800 × 500')
    await ui.size.click()
    expect(await names('option', panel.getByRole('listbox', { name: 'Size' }))).toEqual([
      ...['512 × 512, 1:1', '800 × 500, 8:5'],
    ])
    await panel.getByRole('option').last().press('Escape')
    expect(await ui.style('Layered paper').isChecked()).toBe(true)
    await ui.prompt.fill('x'.repeat(39))
    await panel.getByText('39 / 40').waitFor()
    await ui.prompt.fill('x'.repeat(41))
    await panel.getByText('Shorten the prompt to 40 characters.').first().waitFor()
    expect(await ui.generate.isDisabled()).toBe(true)
    await ui.style('Silhouette').check()
    await ui.prompt.fill('a crane')
    await ui.button('Generate · $0.25').click()
    await panel.getByRole('img', { name: 'a crane' }).waitFor()
    expect(sent()).toEqual([['/v2/paper-cut-2', { prompt: 'a crane', style: 'silhouette', size: '800x500' }]])
    await ui.openPicture('a crane')
    await ui.button('Variation · $0.25').waitFor()
    await expect.poll(settings).toMatchObject({ model: 'paper-cut-2', style: 'silhouette', size: '800x500' })
  })

  it('remembers the model, and keeps a style that both have when the model changes', async () => {
    const { panel, ui } = await open({ settings: { ...ofPaperCut.settings, style: 'line_art' } })
    expect(await ui.style('Line art').isChecked()).toBe(true)
    expect(await ui.size.textContent()).toContain('512 × 512')
    await ui.choose('Model', 'Recraft V3 SVG')
    expect(await ui.style('Line art').isChecked()).toBe(true)
    await ui.generatePicture('a heron')
    expect(sent()).toEqual([
      ['/v2/recraft-v3-svg', { prompt: 'a heron', style: 'line_art', size: '1024x1024' }],
    ])
    await panel.getByRole('button', { name: 'Generate · $0.10' }).waitFor()
  })

  it('sends the direct call to the model’s address for it', async () => {
    const { ui } = await open({ settings: { ...ofPaperCut.settings, direct: true } })
    await ui.generatePicture('a crane')
    expect(sent().map(([path]) => path)).toEqual(['/v1/paper-cut-2'])
  })

  it('sends a request again to its own model, at its price, whatever is in the form', async () => {
    const request = { prompt: 'a crane', style: 'silhouette', size: '800x500', model: PAPER_CUT.id }
    const journal = journalOf('a1', { sent: { attempt: 1, at: Date.now() - 600_000, via: 'queue', request } })
    const { panel, ui } = await open({ ...withKey, journal })
    const form = panel.getByRole('tabpanel')
    await form.getByText('trying again may cost another $0.25.').waitFor()
    await form.getByRole('button', { name: 'Try again' }).click()
    await panel.getByRole('img', { name: 'a crane' }).waitFor()
    expect(sent()).toEqual([['/v2/paper-cut-2', { prompt: 'a crane', style: 'silhouette', size: '800x500' }]])
    expect([...journal.values()].map(({ entries }) => JSON.parse(entries.get('sent') ?? '').request)).toEqual(
      [request],
    )
    await ui.button('Generate · $0.10').waitFor()
  })

  it('treats a job as late depending on its own model’s usual time', async () => {
    const at = Date.now() - 40_000
    const jobOf = (id: string, prompt: string, more: object) =>
      journalOf(id, {
        sent: {
          ...{ attempt: 1, at, via: 'queue' },
          request: { prompt, style: 'line_art', size: '1024x1024', ...more },
        },
        accepted: { requestId: id, at },
      })
    suite.standIn.setFaults([PROCESSING])
    const { panel } = await open({
      ...withKey,
      journal: new Map([
        ...jobOf('a1', 'a heron', {}),
        ...jobOf('b2', 'a crane', { model: PAPER_CUT.id, size: '512x512' }),
      ]),
    })
    const tile = (prompt: string) => panel.getByRole('gridcell', { name: `Drawing, ${prompt}` })
    await tile('a heron').getByText('Later than usual').waitFor()
    await tile('a crane').waitFor()
    expect(await tile('a crane').getByText('Later than usual').count()).toBe(0)
  })

  it('uses the model that has the style or size that a quick action asks for', async () => {
    for (const parameters of [
      { prompt: 'a crane', style: 'silhouette', size: null },
      { prompt: 'a kite', style: null, size: '800x500' },
      { prompt: 'a heron', style: 'line_art', size: null },
    ]) {
      const ends: unknown[] = []
      await open({
        ...withKey,
        handlers: {
          'run.read': () => ({ command: 'generate' as const, parameters, recipe: null }),
          'run.end': ({ message }) => {
            ends.push(message)
            return {}
          },
        },
      })
      await expect.poll(() => ends).toEqual(['Inserted on the canvas: 12 layers.'])
    }
    expect(sent()).toEqual([
      ['/v2/paper-cut-2', { prompt: 'a crane', style: 'silhouette', size: '512x512' }],
      ['/v2/paper-cut-2', { prompt: 'a kite', style: 'layered_paper', size: '800x500' }],
      ['/v2/recraft-v3-svg', { prompt: 'a heron', style: 'line_art', size: '1024x1024' }],
    ])
  })

  it('shows the pictures of a retired model, but draws no new ones', async () => {
    const kept = { prompt: 'a wave', style: 'wash', size: '512x512', model: OLD_INK.id }
    const { ui } = await open({ ...withKey, journal: keptPictures([kept]) })
    await ui.tab('History').click()
    await ui.openPicture('a wave')
    await ui.button('Prompt').first().click()
    await expect
      .poll(() => ui.readDetails())
      .toMatchObject({ Model: 'Old Ink', Style: 'Ink wash', Size: '512 × 512' })
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas')
    const variation = ui.button('Variation · $0.25')
    expect(await variation.isDisabled()).toBe(true)
    expect(await variation.getAttribute('data-tip')).toBe(
      'Segmind no longer offers this model. Your images stay. Look for a newer version of Inkwright.',
    )
    await ui.button('Edit prompt').click()
    await ui.waitForStatus(
      'Not offered in this version: model “Old Ink”, style “Ink wash”, and size “512 × 512”. The form keeps its own choice.',
    )
    expect(await ui.prompt.inputValue()).toBe('a wave')
    expect(sent()).toEqual([])
  })

  it('suggests the styles of both in quick actions, and the sizes of those with the style', async () => {
    const suggested = async (style: string) => {
      const editor = await createEditor({ ...(await codeOptions(dist)), html: '<p>panel</p>' })
      const action = await editor.openQuickAction('generate')
      await action.type('a crane')
      const { suggestions: styles } = await action.choose('a crane')
      const { suggestions: sizes } = await action.choose(style)
      editor.dispose()
      return { styles: styles?.map(({ name }) => name), sizes: sizes?.map(({ data }) => data) }
    }
    const [own] = MODELS
    const { styles, sizes } = await suggested('Silhouette')
    expect(styles).toEqual([...own.styles.map(({ label }) => label), 'Layered paper', 'Silhouette'])
    expect(sizes).toEqual(PAPER_CUT.sizes.map(idOf))
    expect((await suggested('Linocut')).sizes).toEqual(own.sizes.map(idOf))
    expect((await suggested('Line art')).sizes).toEqual([...own.sizes, ...PAPER_CUT.sizes].map(idOf))
  })
})

describe('a balance for one picture of the expensive model', () => {
  const suite = panelSuite({ models, credits: 0.3 })

  it('is enough for the cheap model', async () => {
    const { ui } = await suite.open({ ...ofPaperCut, dist })
    await ui.button('Balance $0.30').waitFor()
    await ui.prompt.fill('a crane')
    await ui.count(2).check()
    await ui.button('Generate 2 · $0.50').waitFor()
    await expect.poll(() => ui.generate.isDisabled()).toBe(true)
    await ui.choose('Model', 'Recraft V3 SVG')
    await ui.button('Generate 2 · $0.20').waitFor()
    expect(await ui.generate.isEnabled()).toBe(true)
  })
})

describe('a plugin whose only model is retired', () => {
  const retired = buildFolder()
  const suite = panelSuite()
  beforeAll(() => retired.build({ INKWRIGHT_MODELS: 'test/support/retired-model.ts' }), 120_000)
  afterAll(retired.remove)

  it('says so, sends nothing, and shows the pictures', async () => {
    const { panel, ui } = await suite.open({
      ...withKey,
      dist: retired.dist,
      journal: keptPictures([{ prompt: 'a wave', style: 'linocut' }]),
    })
    await ui.prompt.fill('a crane')
    const reason =
      'Segmind no longer offers this model. Your images stay. Look for a newer version of Inkwright.'
    await panel.getByRole('tabpanel').getByText(reason, { exact: true }).waitFor({ state: 'attached' })
    expect(await ui.generate.isDisabled()).toBe(true)
    await ui.prompt.press('Control+Enter')
    await expect.poll(() => panel.getByRole('combobox', { name: 'Model' }).count()).toBe(0)
    await ui.tab('History').click()
    await panel.getByRole('img', { name: 'a wave' }).waitFor()
    expect(suite.posts()).toEqual([])
  })
})
