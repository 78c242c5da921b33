import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'
import { difference, renderSvgs } from '../support/pixels'

/** From the canvas to the canvas, without a key: the panel and the sandbox together. */
describe('selected vectors are cleaned up', () => {
  const suite = editorSuite()
  const { panel, ui, requests } = suite
  let page: Page
  beforeEach(() => {
    page = suite.page
  })

  /**
   * Draws and selects icons of three shapes, two of which have the same color, in an auto layout row. Some are locked, some contain text.
   */
  const draw = (options: { readonly icons: number; readonly locked?: number; readonly texts?: number }) =>
    page.evaluate(({ icons, locked = 0, texts = 0 }) => {
      window.figmaHost?.editor.build((b) => {
        const row = b.frame({
          ...{ name: 'icons', width: 64 * icons, height: 64 },
          layout: { layoutMode: 'HORIZONTAL', itemSpacing: 16, primaryAxisSizingMode: 'FIXED' },
        })
        const made = Array.from({ length: icons }, (_, at) => {
          const icon = b.frame({ in: row, name: `icon ${at + 1}`, width: 48, height: 48, fill: [] })
          for (const x of [0, 24])
            b.vector({
              in: icon,
              x,
              y: x / 2,
              width: 20,
              height: 20,
              path: 'M 0 0 L 20 0 L 20 20 Z',
              fill: '#cc0000',
            })
          b.ellipse({ in: icon, x: 20, y: 30, width: 16, height: 16, fill: '#0000cc' })
          if (at < texts) b.text('A', { in: icon })
          if (at < locked) b.document.update(icon, { locked: true })
          return icon
        })
        b.select(...made)
      })
    }, options)

  const canvas = () =>
    page.evaluate(() => ({
      svg: window.figmaHost?.editor.renderSvg({ x: 0, y: 0, width: 400, height: 64 }) ?? '',
      row: window.figmaHost?.snapshot().layers[0],
      contents: JSON.stringify(window.figmaHost?.editor.contents()),
    }))

  it('in the panel: each in place, looking the same, with fewer layers; one undo reverts it', async () => {
    await ui().key.waitFor()
    await draw({ icons: 4 })
    const before = await canvas()
    await panel().getByRole('button', { name: 'Clean up…' }).click()
    await panel().getByRole('button', { name: 'Clean up 4' }).click()
    await panel().locator('.page').getByText('4 layers cleaned up: from 12 shapes to 8 layers.').waitFor()
    const after = await canvas()
    const boxes = ({ row }: typeof after) =>
      row?.children.map(({ name, type, absoluteBoundingBox }) => ({ name, type, ...absoluteBoundingBox }))
    expect(boxes(after)).toEqual(boxes(before))
    expect(after.row?.children.map(({ children }) => children.length)).toEqual([2, 2, 2, 2])
    const size = { width: 800, height: 128 }
    const [wanted, landed] = await renderSvgs(suite.browser, [before.svg, after.svg], size)
    if (!wanted || !landed) throw new Error('nothing was rendered')
    expect(difference(wanted, landed)).toBeLessThan(0.001)
    await panel().getByRole('button', { name: 'Undo' }).click()
    await panel().locator('.page').getByText('The layers are as they were.').waitFor()
    expect((await canvas()).contents).toBe(before.contents)
    expect(requests()).toEqual([])
  })

  it('50 of them, one by one: Cancel keeps what is done and leaves the rest, and one undo reverts it', async () => {
    await ui().key.waitFor()
    await draw({ icons: 50 })
    const before = await canvas()
    await panel().getByRole('button', { name: 'Clean up…' }).click()
    await panel().getByRole('button', { name: 'Clean up 50' }).click()
    await panel()
      .locator('.page')
      .getByText(/^(?:[2-9]|\d\d) of 50 · icon/)
      .waitFor()
    await panel().getByRole('button', { name: 'Cancel' }).click()
    await panel()
      .locator('.page')
      .getByText(/Stopped: \d+ layers are as they were\./)
      .waitFor()
    const counts = (await canvas()).row?.children.map(({ children }) => children.length) ?? []
    const done = counts.filter((count) => count === 2).length
    expect(done).toBeGreaterThan(0)
    expect(counts).toEqual(Array.from({ length: 50 }, (_, at) => (at < done ? 2 : 3)))
    await panel().getByRole('button', { name: 'Undo' }).click()
    await panel().locator('.page').getByText('The layers are as they were.').waitFor()
    expect((await canvas()).contents).toBe(before.contents)
  })

  it('by the quick action without the panel: layers that would lose something are left, toasts say so, and it closes', async () => {
    await ui().key.waitFor()
    await draw({ icons: 4, locked: 1, texts: 2 })
    await page.evaluate(() => {
      window.figmaHost?.stop()
      const seen = { toasts: [] as string[], windows: [] as boolean[] }
      window.figmaHost?.editor.on('toast', ({ text }) => seen.toasts.push(text))
      window.figmaHost?.editor.on('window', (shown) => seen.windows.push(shown?.visible ?? false))
      window.figmaHost?.editor.on('closed', ({ message }) => message !== null && seen.toasts.push(message))
      Object.assign(window, { seen })
    })
    await page
      .getByRole('region', { name: 'Quick actions' })
      .getByRole('button', { name: 'Clean up selected vectors' })
      .click()
    const seen = () =>
      page.evaluate(() => (window as unknown as { seen: { toasts: string[]; windows: boolean[] } }).seen)
    const last = '2 layers cleaned up. 2 are as they were: open Inkwright to see why.'
    await expect.poll(async () => (await seen()).toasts.at(-1)).toBe(last)
    const { toasts, windows } = await seen()
    expect(windows).not.toContain(true)
    expect(toasts).toEqual(expect.arrayContaining(['Cleaning up 1 of 2…', 'Cleaning up 2 of 2…']))
    expect((await canvas()).row?.children.map(({ children }) => children.length)).toEqual([4, 4, 2, 2])
  })

  it('the relaunch button on a cleaned layer opens the panel for it', async () => {
    await ui().key.waitFor()
    await draw({ icons: 1 })
    await panel().getByRole('button', { name: 'Clean up…' }).click()
    await panel().getByRole('button', { name: 'Clean up 1' }).click()
    await panel().locator('.page').getByText('1 layer cleaned up').waitFor()
    await page.evaluate(() => window.figmaHost?.stop())
    await page.getByRole('region', { name: 'Plugin' }).getByRole('button', { name: 'Clean up' }).click()
    await panel().getByRole('button', { name: 'Clean up 1' }).waitFor()
  })
})
