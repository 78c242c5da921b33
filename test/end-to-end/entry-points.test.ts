import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { beforeEach, describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'

/** The entry points into the plugin and onto the canvas other than the panel's buttons. */
describe('in the editor', () => {
  const suite = editorSuite()
  const { panel, ui, requests } = suite
  let page: Page
  beforeEach(() => {
    page = suite.page
  })

  const posts = () => requests().filter(({ method }) => method === 'POST').length
  const canvas = () => page.getByRole('region', { name: 'Canvas' })
  const quickActions = () => page.getByRole('region', { name: 'Quick actions' })
  const layer = (name: string) => page.getByRole('treeitem', { name, exact: true })
  const isRunning = () => page.evaluate(() => window.figmaHost?.running)
  const layers = () => page.evaluate(() => window.figmaHost?.snapshot().layers ?? [])

  async function saveKey(): Promise<void> {
    await ui().key.fill(DEMO_KEY)
    await ui().saveKey.click()
    await ui().prompt.waitFor()
  }

  /** Records all toasts from now on, and all states of the plugin's window. */
  async function watch() {
    await page.evaluate(() => {
      const { editor } = window.figmaHost ?? {}
      const seen = { toasts: [] as string[], windows: [] as boolean[] }
      editor?.on('toast', ({ text }) => seen.toasts.push(text))
      editor?.on('window', (shown) => seen.windows.push(shown?.visible ?? false))
      editor?.on('closed', ({ message }) => message !== null && seen.toasts.push(message))
      Object.assign(window, { seen })
    })
    return () =>
      page.evaluate(() => (window as unknown as { seen: { toasts: string[]; windows: boolean[] } }).seen)
  }

  async function askQuickly(prompt: string): Promise<void> {
    await page.evaluate(() => window.figmaHost?.stop())
    const box = quickActions()
    await box.getByRole('button', { name: 'Generate an image…' }).click()
    await box.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
    await page.keyboard.press('Enter')
    await box.getByRole('textbox', { name: 'Style' }).fill('lino')
    const style = box.getByRole('list', { name: 'Suggestions' }).getByRole('button', { name: 'Linocut' })
    expect(
      await style.locator('img').evaluate(async (icon: HTMLImageElement) => {
        await icon.decode()
        return icon.naturalWidth
      }),
    ).toBeGreaterThan(0)
    await style.click()
    await box.getByRole('textbox', { name: 'Size' }).fill('1365')
    await box.getByRole('button', { name: '1365 × 1024' }).click()
  }

  describe('quick actions', () => {
    it('draw and insert one picture without the panel, whatever number is in the form, show the progress, and close', async () => {
      await saveKey()
      await ui().count(3).check()
      const seen = await watch()
      await askQuickly('a fox')
      await layer('a fox').waitFor()
      await expect.poll(isRunning).toBe(false)
      const { toasts, windows } = await seen()
      expect(windows).not.toContain(true)
      expect(toasts[0]).toMatch(/… “a fox”$/)
      expect(toasts).toContain('Inserting… “a fox”')
      expect(toasts.at(-1)).toMatch(/^Inserted on the canvas: \d+ layers?\.$/)
      expect(posts()).toBe(1)
      const post = requests().find(({ method }) => method === 'POST')
      expect(post?.json).toEqual({ prompt: 'a fox', size: '1365x1024', style: 'linocut' })
      expect(await layers()).toHaveLength(1)
    })

    it('insert once and say so, even with automatic inserts and closing after inserts', async () => {
      await saveKey()
      await ui().tab('Settings').click()
      await panel().getByRole('checkbox', { name: 'Insert a single image as soon as it is ready' }).check()
      await panel().getByRole('checkbox', { name: 'Close the plugin after an insert' }).check()
      const seen = await watch()
      await askQuickly('an owl')
      await layer('an owl').waitFor()
      await expect.poll(isRunning).toBe(false)
      expect((await seen()).toasts.at(-1)).toMatch(/^Inserted on the canvas/)
      expect(await layers()).toHaveLength(1)
    })

    it('show the panel if there is no key, with the prompt in the form once there is one', async () => {
      await ui().key.waitFor()
      await askQuickly('a fox')
      await ui().key.waitFor()
      await page.getByRole('alert').getByText('Save your key first.').waitFor()
      await saveKey()
      expect(await ui().prompt.inputValue()).toBe('a fox')
      expect(posts()).toBe(0)
    })
  })

  it('the relaunch button “New variation” fills the form, and sends nothing automatically', async () => {
    await saveKey()
    await ui().prompt.fill('a lighthouse')
    await ui().style('Line art').check()
    await ui().generate.click()
    await ui().insert.click()
    await layer('a lighthouse').waitFor()
    await ui().prompt.fill('something else')
    await page.evaluate(() => window.figmaHost?.stop())
    await page.getByRole('region', { name: 'Plugin' }).getByRole('button', { name: 'New variation' }).click()
    await expect.poll(() => ui().prompt.inputValue()).toBe('a lighthouse')
    expect(await ui().style('Line art').isChecked()).toBe(true)
    await panel().getByRole('region', { name: 'Selected image' }).getByText('a lighthouse').waitFor()
    expect(posts()).toBe(1)
  })

  it('a picture is dragged from the preview and from History to where the pointer is released', async () => {
    await saveKey()
    await ui().prompt.fill('a hen')
    await ui().generate.click()
    const preview = panel().getByRole('gridcell').getByRole('img', { name: 'a hen' })
    await preview.waitFor()
    const centerOf = async (index: number) => {
      await expect.poll(async () => (await layers()).length).toBe(index + 1)
      const box = (await layers())[index]?.absoluteBoundingBox
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    }
    const pagePoint = async (x: number, y: number) => {
      const viewport = await page.evaluate(() => window.figmaHost?.snapshot().viewport)
      const box = await canvas().boundingBox()
      const [left, top] = [box?.x ?? 0, box?.y ?? 0]
      const [width, height] = [box?.width ?? 0, box?.height ?? 0]
      const { center = { x: 0, y: 0 }, zoom = 1 } = viewport ?? {}
      return [center.x + (x - left - width / 2) / zoom, center.y + (y - top - height / 2) / zoom]
    }
    /** A headless browser does not carry a drag out of a frame, so its end is dispatched as the browser would. */
    const drag = async (from: typeof preview, x: number, y: number) => {
      expect(await from.evaluate((image: HTMLImageElement) => image.draggable)).toBe(true)
      const frame = await page.locator('iframe').boundingBox()
      const where = { clientX: x - (frame?.x ?? 0), clientY: y - (frame?.y ?? 0) }
      await from.dispatchEvent('dragend', where)
      return pagePoint(x, y)
    }

    const first = await drag(preview, 330, 300)
    const at = await centerOf(0)
    expect(Math.abs((at[0] ?? 0) - (first[0] ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs((at[1] ?? 0) - (first[1] ?? 0))).toBeLessThanOrEqual(1)
    await ui().waitForStatus('Inserted on the canvas')

    await ui().tab('History').click()
    await panel().getByRole('gridcell').getByText('Inserted').waitFor()
    const item = panel().getByRole('gridcell').getByRole('img', { name: 'a hen' })
    const second = await drag(item, 360, 700)
    const after = await centerOf(1)
    expect(Math.abs((after[0] ?? 0) - (second[0] ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs((after[1] ?? 0) - (second[1] ?? 0))).toBeLessThanOrEqual(1)

    // Dropping on the panel itself has no effect.
    const tab = await ui().tab('History').boundingBox()
    await drag(item, (tab?.x ?? 0) + 10, (tab?.y ?? 0) + 10)
    expect(await layers()).toHaveLength(2)
    expect(posts()).toBe(1)
  })
})
