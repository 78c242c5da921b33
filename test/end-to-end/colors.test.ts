import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { beforeEach, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'
import { renderSvgs } from '../support/pixels'

/** `#rrggbb` of each variable in either mode. */
const THEME = {
  ground: ['#fdf6ec', '#10151f'],
  accent: ['#c8102e', '#ff8a80'],
  ink: ['#14213d', '#cfd8dc'],
  leaf: ['#2e7d32', '#a5d6a7'],
} as const

const suite = editorSuite()
const { panel, ui: hand } = suite
let page: Page
beforeEach(async () => {
  page = suite.page
  await page.waitForFunction(() => window.figmaHost !== undefined)
})

const snapshot = () => page.evaluate(() => window.figmaHost?.snapshot().layers ?? [])

/** A file with a theme of two modes, and a selected frame to draw in. Resolves to the ids. */
const makeFile = () =>
  page.evaluate((theme) => {
    const ids = { collection: '', light: '', dark: '', card: '', variables: [] as string[] }
    window.figmaHost?.editor.build((b) => {
      ids.collection = b.collection('Theme', ['Light', 'Dark'])
      ids.light = b.modeId(ids.collection, 'Light')
      ids.dark = b.modeId(ids.collection, 'Dark')
      ids.variables = Object.entries(theme).map(([name, [Light, Dark]]) =>
        b.variable(ids.collection, name, { values: { Light, Dark } }),
      )
      ids.card = b.frame({ name: 'card', width: 1024, height: 1024, fill: [] })
      b.select(ids.card)
    })
    return ids
  }, THEME)

const setMode = (card: string, collection: string, mode: string) =>
  page.evaluate(
    ([id, key, value]) =>
      window.figmaHost?.editor.build((b) => b.document.update(id, { variableModes: { [key]: value } })),
    [card, collection, mode] as const,
  )

/** The colors that the canvas shows, by the share of its pixels. */
async function shown(): Promise<Map<string, number>> {
  const svg = await page.evaluate(() => window.figmaHost?.renderSvg() ?? '')
  const [picture] = await renderSvgs(suite.browser, [svg], { width: 450, height: 450 })
  if (!picture) throw new Error('nothing was rendered')
  const { data } = picture
  const shares = new Map<string, number>()
  for (let i = 0; i < data.length; i += 4) {
    const hex = `#${data.subarray(i, i + 3).toString('hex')}`
    shares.set(hex, (shares.get(hex) ?? 0) + 4 / data.length)
  }
  return shares
}

/** Whether all of it but the edges is in colors of this mode, give or take the last bit of a channel. */
async function isInMode(mode: 0 | 1): Promise<boolean> {
  const near = (hex: string) =>
    Object.values(THEME).some(([light, dark]) => {
      const wanted = Buffer.from((mode ? dark : light).slice(1), 'hex')
      return Buffer.from(hex.slice(1), 'hex').every((channel, i) => Math.abs(channel - (wanted[i] ?? 0)) <= 2)
    })
  let share = 0
  for (const [hex, part] of await shown()) if (near(hex)) share += part
  return share > 0.8
}

it('a generated picture is snapped to the file’s theme, bound to it, taken back by one undo, and follows its mode', async () => {
  const ids = await makeFile()
  const ui = hand()
  await ui.key.fill(DEMO_KEY)
  await ui.saveKey.click()
  await ui.prompt.fill('a lighthouse')
  await ui.style('Linocut').check()
  await ui.generate.click()
  await ui.insert.waitFor()
  await panel().getByRole('combobox', { name: 'Colors of this file' }).selectOption('Snap to the nearest')
  const swatches = panel()
    .getByRole('list', { name: /^Palette/ })
    .getByRole('button', { name: /^#/ })
  const labels = () => swatches.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''))
  const isSnapped = (label: string) => /becomes (ground|accent|ink|leaf)$/.test(label)
  await expect.poll(async () => (await labels()).filter((label) => !isSnapped(label))).toEqual([])
  await ui.insert.click()
  await ui.says(/Inserted on the canvas: \d+ layers?\. (\d+) of \1 colors? bound to Theme\./)

  const [card] = await snapshot()
  const bound = await page.evaluate(() => {
    const { nodes = [] } = window.figmaHost?.editor.contents() ?? {}
    return nodes.filter(({ type }) => type === 'VECTOR').map(({ fills }) => JSON.stringify(fills))
  })
  expect(bound.length).toBeGreaterThan(0)
  for (const fills of bound) expect(ids.variables.some((id) => fills.includes(`"${id}"`))).toBe(true)
  expect(card?.name).toBe('card')
  expect(await isInMode(0)).toBe(true)
  const inCard = async () => (await snapshot()).map(({ name, children }) => [name, children.length])
  expect(await page.evaluate(() => window.figmaHost?.editor.undo())).toBe(true)
  expect(await inCard()).toEqual([['card', 0]])
  expect(await page.evaluate(() => window.figmaHost?.editor.redo())).toBe(true)
  expect(await inCard()).toEqual([['card', 1]])

  await setMode(ids.card, ids.collection, ids.dark)
  expect(await isInMode(1)).toBe(true)
  expect(await isInMode(0)).toBe(false)
  await setMode(ids.card, ids.collection, ids.light)
  expect(await isInMode(0)).toBe(true)
})
