import type { Page } from 'playwright-core'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'
import { hands } from '../support/panel-hands'

/** The page that `npm start` opens, in a browser that knows nothing of the stand-in. */
describe('a person at the page', () => {
  const problems: string[] = []
  const suite = editorSuite({
    watch(page) {
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
      page.on('pageerror', (error) => problems.push(error.message))
    },
  })
  const { panel } = suite
  let page: Page
  beforeEach(() => {
    page = suite.page
  })
  afterEach(() => expect(problems).toEqual([]))

  const layers = () => page.evaluate(() => window.figmaHost?.snapshot().layers.map(({ name }) => name))

  async function make(prompt: string): Promise<void> {
    const ui = hands(panel())
    await ui.prompt.fill(prompt)
    await ui.generate.click()
    await panel().getByRole('img', { name: prompt }).waitFor()
    await ui.insert.click()
    await ui.says(/Inserted on the canvas/)
  }

  it('goes from the key to layers, undoes and redoes them in one step each', async () => {
    const ui = hands(panel())
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await make('a fox')
    await make('an owl')
    expect(await layers()).toEqual(['a fox', 'an owl'])
    await page.getByRole('tree', { name: 'Layers' }).getByText('an owl').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(layers).toEqual(['a fox'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(layers).toEqual([])
    await page.getByRole('button', { name: 'Redo' }).click()
    await expect.poll(layers).toEqual(['a fox'])
  })

  it('finds the key again after a reload', async () => {
    const ui = hands(panel())
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.prompt.waitFor()
    await page.reload()
    await hands(panel()).prompt.waitFor()
    expect(await page.evaluate(() => window.figmaHost?.snapshot().layers)).toEqual([])
  })
})
