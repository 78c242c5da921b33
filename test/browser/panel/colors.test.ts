import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { BrandColor, FileColors, NamedPalette } from '../../../src/protocol/colors'
import type { Picture } from '../../../src/protocol/contract'
import { BRAND, FILE, search, swatches } from '../../support/brand-colors'
import { keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import { isFocused, panelControls } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { insertedOf } from '../../support/picture'

const PROMPT = 'a red boat'

const sourceOf = (panel: Panel) => panel.getByRole('img', { name: PROMPT }).getAttribute('src')
describe('the colors of the file', () => {
  const suite = panelSuite()

  /** Opens a panel with a finished picture, and records what it passes on. */
  async function withPicture(file: FileColors = FILE) {
    const inserted: Picture[] = []
    const swatchRows: NamedPalette[] = []
    const collections: NamedPalette[] = []
    const stage = await suite.open({
      settings: { apiKey: DEMO_KEY },
      handlers: {
        'colors.read': () => file,
        'picture.insert': ({ pictures }) => {
          inserted.push(...pictures)
          const of = pictures[0]?.bindings.length ?? 0
          const failed = [{ color: '#0b3d91', id: 'VariableID:0', reason: 'gone' as const }].slice(0, of)
          return insertedOf(3, { binding: { bound: of - failed.length, of, failed } })
        },
        'palette.insert': (palette) => {
          swatchRows.push(palette)
          return { nodeId: '1:3' }
        },
        'palette.variables': (palette) => {
          collections.push(palette)
          return { collection: palette.name, variables: palette.entries.length }
        },
      },
    })
    const ui = panelControls(stage.panel)
    await ui.generatePicture(PROMPT)
    await ui.openPicture(PROMPT)
    await swatches(stage.panel).first().waitFor()
    return { ...stage, ui, inserted, swatchRows, collections }
  }

  it('replace the picture’s, are bound on insert, and can be added to the file as swatches or variables', async () => {
    const { panel, ui, inserted, swatchRows, collections } = await withPicture()
    const before = await sourceOf(panel)
    await ui.choose('Colors', 'Match file colors')
    await expect.poll(() => sourceOf(panel)).not.toBe(before)
    await ui.insert.click()
    await ui.waitForStatus(/\d+ of \d+ colors bound to Brand\. Not bound: #0b3d91 \(no longer in the file\)/)
    const [picture] = inserted
    expect(picture?.bindings.length).toBeGreaterThan(0)
    for (const { color, to } of picture?.bindings ?? []) {
      expect(picture?.parts.join()).toContain(color)
      expect(BRAND.map(({ id }) => id)).toContain(to.id)
    }
    await ui.choose('Colors', 'As drawn')
    await expect.poll(() => sourceOf(panel)).toBe(before)

    await ui.menu('More', 'Add swatches')
    await ui.waitForStatus('The swatches are on the canvas.')
    expect(swatchRows[0]?.entries.length).toBeGreaterThan(2)
    expect(collections).toEqual([])
    await ui.menu('More', /^Create \d+ color variables$/)
    await ui.waitForStatus(/\d+ color variables created/)
    expect(collections).toHaveLength(1)
  })

  it('are previewed while pointed at, chosen from a list, by name, or as hex, and reset', async () => {
    const { panel, ui, inserted } = await withPicture()
    const before = await sourceOf(panel)
    const first = swatches(panel).first()
    await first.hover()
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('opacity="0.12"'))
    await ui.insert.hover()
    await expect.poll(() => sourceOf(panel)).toBe(before)
    await first.click()
    // Nothing fades while choosing.
    await search(panel).waitFor()
    await expect.poll(() => sourceOf(panel)).toBe(before)
    await search(panel).fill('brand ora')
    await panel.getByRole('option', { name: /orange/ }).click()
    await expect.poll(() => sourceOf(panel)).not.toBe(before)
    expect(await first.getAttribute('aria-label')).toMatch(/^#[\da-f]{6}, becomes orange$/)
    await panel.getByRole('textbox', { name: 'Hex' }).fill('0f0')
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('#00ff00'))
    await panel.getByRole('button', { name: 'Reset' }).click()
    await expect.poll(() => sourceOf(panel)).toBe(before)
    expect(await panel.getByRole('textbox', { name: 'Hex' }).inputValue()).toBe(
      (await first.getAttribute('aria-label'))?.slice(0, 7),
    )
    // The first one clears the field.
    await search(panel).press('Escape')
    await search(panel).press('Escape')
    await expect.poll(() => first.evaluate(isFocused)).toBe(true)
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
    expect(inserted[0]?.bindings).toEqual([])
  })

  it('are listed by collection, nearest first, and thousands of them can be reached by arrows, search, or wheel', async () => {
    const many = Array.from({ length: 2000 }, (_, i): BrandColor => {
      const hex = `#${(i * 8191).toString(16).padStart(6, '0')}`
      const own: BrandColor = {
        ...{ kind: 'variable', id: `VariableID:2:${i}`, name: `tone ${i}`, group: 'Tones' },
        hex,
        opacity: 1,
        scopes: ['ALL_SCOPES'],
        remote: false,
      }
      return i < 1990 ? own : { ...own, kind: 'style', group: 'Old', scopes: [], remote: true }
    })
    const { panel } = await withPicture({
      ...FILE,
      colors: [...many.slice(1990), ...BRAND, ...many.slice(0, 1990)],
    })
    await swatches(panel).first().click()
    const list = panel.getByRole('listbox', { name: 'Colors of this file' })
    const groups = list.getByRole('group')
    await expect.poll(() => groups.first().getAttribute('aria-label')).toBe('Nearest')
    expect(await groups.first().getByRole('option').count()).toBe(4)
    expect(await list.getByRole('group', { name: 'Brand' }).getByRole('option').count()).toBe(5)
    // A single tab stop, whatever their number. The arrow keys reach the last one, which is out of view at first.
    const last = list
      .getByRole('group', { name: 'Styles / Old (library)' })
      .getByRole('option', { name: 'tone 1999' })
    expect(await last.count()).toBe(0)
    await search(panel).focus()
    for (let i = 0; i < 4; i += 1) await search(panel).press('ArrowDown')
    await search(panel).press('ArrowUp')
    const active = () => search(panel).getAttribute('aria-activedescendant')
    expect(await active()).toBe('brand-2')
    await search(panel).fill('tone 1999')
    await expect.poll(() => list.getByRole('option').count()).toBe(1)
    await search(panel).press('Enter')
    await expect.poll(() => swatches(panel).first().getAttribute('aria-label')).toMatch(/becomes tone 1999$/)
    await expect.poll(() => last.getAttribute('aria-selected')).toBe('true')
    await search(panel).fill('nothing like it')
    await panel.getByText('No color of this file matches.').waitFor()
    // Scrolling down loads more and more of them.
    await search(panel).fill('tone')
    await expect.poll(() => list.getByRole('option').count()).toBeLessThan(200)
    await expect
      .poll(async () => {
        await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
        return list.getByRole('option').count()
      })
      .toBe(2000)
  })

  it('are named by their last part, with collection and mode in the list', async () => {
    const { panel, ui } = await withPicture({
      ...FILE,
      colors: BRAND.map((color) => ({ ...color, name: `brand/${color.name}`, mode: 'Dark' })),
    })
    await ui.choose('Colors', 'Match file colors')
    const first = swatches(panel).first()
    await expect.poll(() => first.getAttribute('aria-label')).toMatch(/^#[\da-f]{6}, becomes brand\/\w+$/)
    expect(await first.textContent()).toMatch(/^\w+$/)
    await first.click()
    await panel.getByRole('listbox').getByRole('group', { name: 'Brand · Dark' }).waitFor()
  })

  it('are chosen by keyboard alone, in Create', async () => {
    const { panel, page } = await withPicture()
    await page.keyboard.press('Escape')
    const button = panel.getByRole('button', { name: /^Colors: / })
    await button.press('Enter')
    await panel.getByRole('radio', { name: 'Match file colors' }).press('ArrowDown')
    const search = panel.getByRole('searchbox', { name: 'Search the file’s colors' })
    await expect.poll(() => search.evaluate(isFocused)).toBe(true)
    await page.keyboard.type('orange')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await panel.getByRole('button', { name: 'Back to colors' }).press('Enter')
    await expect.poll(() => panel.getByRole('radio', { name: 'Choose…' }).evaluate(isFocused)).toBe(true)
    await page.keyboard.press('Escape')
    await panel.getByRole('button', { name: 'Colors: 1 color' }).waitFor()
    expect(await button.evaluate(isFocused)).toBe(true)
  })

  it('are limited to the chosen ones, also for the images in Create', async () => {
    const { panel, page, ui } = await withPicture()
    const before = await sourceOf(panel)
    await ui.choose('Colors', 'Choose…')
    const only = panel.getByRole('checkbox', { name: 'orange' })
    await only.check()
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('#ff6b35'))
    expect(await sourceOf(panel)).not.toContain(encodeURIComponent('#0b3d91'))
    await page.keyboard.press('Escape')
    const way = panel.getByRole('combobox', { name: 'Colors', exact: true })
    expect(await way.evaluate(isFocused)).toBe(true)
    expect(await way.textContent()).toBe('1 color')
    await page.keyboard.press('Escape')
    await panel.getByRole('button', { name: 'Colors: 1 color' }).waitFor()
    await expect.poll(() => sourceOf(panel)).toContain(encodeURIComponent('#ff6b35'))
    expect(await sourceOf(panel)).not.toBe(before)
  })

  it('are listed by collection and mode, and the chosen ones are remembered', async () => {
    const colors = BRAND.map((color, i) => (i < 2 ? { ...color, group: 'Night', mode: 'Dark' } : color))
    const handlers = { 'colors.read': () => ({ ...FILE, colors }) }
    const first = await suite.open({ settings: { apiKey: DEMO_KEY }, handlers })
    await first.panel.getByRole('button', { name: 'Colors: As drawn' }).click()
    await first.panel.getByRole('radio', { name: 'Choose…' }).click()
    const night = first.panel.getByRole('group', { name: 'Night · Dark' })
    expect(await night.getByRole('checkbox').count()).toBe(2)
    await night.getByRole('checkbox', { name: 'blue' }).check()
    await first.panel.getByRole('group', { name: 'Brand' }).getByRole('checkbox', { name: 'white' }).check()
    await expect.poll(first.settings).toMatchObject({ chosenColors: ['VariableID:1', 'VariableID:3'] })

    const again = await suite.open({ settings: first.settings(), handlers })
    await again.panel.getByRole('button', { name: 'Colors: 2 colors' }).click()
    await again.panel.getByRole('radio', { name: 'Choose…' }).click()
    await again.panel.getByRole('checkbox', { name: 'blue', checked: true }).waitFor()

    // Another file has none of them: then all of its colors are used.
    const elsewhere = colors.map((color) => ({ ...color, id: `${color.id}0` }))
    const other = await suite.open({
      settings: first.settings(),
      handlers: { 'colors.read': () => ({ ...FILE, colors: elsewhere }) },
    })
    await other.panel.getByRole('button', { name: 'Colors: File colors' }).waitFor()
  })

  it('change the five largest of the open image first, then twelve, then all', async () => {
    const shapes = Array.from({ length: 16 }, (_, i) => {
      const color = `#${(i * 16).toString(16).padStart(2, '0')}8040`
      return `<path d="M0 ${i * (i + 1)}H400V400H0Z" fill="${color}"/>`
    })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">${shapes.join('')}</svg>`
    const { panel, ui } = await suite.open({
      settings: { apiKey: DEMO_KEY, layers: 'as-drawn' },
      journal: keptPictures([{ prompt: PROMPT, svg }]),
    })
    await ui.openPicture(PROMPT)
    const names = () => swatches(panel).allTextContents()
    await expect.poll(names).toHaveLength(6)
    await ui.button('11 more colors').click()
    await expect.poll(() => names()).toHaveLength(13)
    // The focus moves to the first one that was hidden.
    expect(await swatches(panel).nth(5).evaluate(isFocused)).toBe(true)
    await ui.button('4 more colors').click()
    await expect.poll(() => names()).toHaveLength(17)
    await ui.button('Fewer colors').click()
    await expect.poll(() => names()).toHaveLength(6)
    expect(await swatches(panel).first().evaluate(isFocused)).toBe(true)
  })

  it('are mentioned in the prompt if requested, and the panel says what is added', async () => {
    const { panel, ui } = await suite.open({
      settings: { apiKey: DEMO_KEY },
      handlers: { 'colors.read': () => FILE },
    })
    await ui.prompt.fill(PROMPT)
    await panel.getByRole('button', { name: 'Colors: As drawn' }).click()
    await panel.getByRole('radio', { name: 'Choose…' }).click()
    await panel.getByRole('checkbox', { name: 'white' }).check()
    await panel.getByRole('checkbox', { name: 'navy' }).check()
    await panel.getByRole('button', { name: 'Back to colors' }).click()
    await panel.getByRole('checkbox', { name: 'Mention them in the prompt' }).check()
    await panel.getByText(/^Adds “/).waitFor()
    await panel.getByRole('radio', { name: 'Choose…' }).press('Escape')
    await ui.generatePicture(PROMPT)
    const post = suite.posts()[0]
    expect((post?.json as { prompt: string } | undefined)?.prompt).toMatch(/^a red boat\. .*#0b3d91/)
  })
})
