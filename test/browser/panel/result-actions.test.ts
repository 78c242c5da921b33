import { readFileSync } from 'node:fs'
import type { FrameLocator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hands, isFocused, withKey } from '../../support/panel-hands'
import { panelSuite } from '../../support/panel-suite'

const PROMPT = 'a red boat'

async function generate(panel: FrameLocator): Promise<void> {
  const ui = hands(panel)
  await ui.prompt.fill(PROMPT)
  await ui.style('Linocut').check()
  await ui.chooseSize('1365 × 1024')
  await ui.generate.click()
  await panel.getByRole('img', { name: PROMPT }).waitFor()
}

/** The SVG text that is shown. */
async function shown(panel: FrameLocator): Promise<string> {
  const source = await panel.getByRole('img', { name: PROMPT }).getAttribute('src')
  return decodeURIComponent(source?.replace('data:image/svg+xml,', '') ?? '')
}

const suite = panelSuite()

describe('what can be done with the picture', () => {
  it('copies and saves it as it is shown, and says where it cannot be copied', async () => {
    const { panel, page, posted } = await suite.open(withKey)
    await generate(panel)
    await panel.getByRole('combobox', { name: 'Background' }).selectOption('Remove')
    await expect.poll(() => shown(panel)).not.toContain('Background')
    await panel.locator('html').evaluate(() => {
      addEventListener('copy', () => {
        Object.assign(window, { copied: getSelection()?.toString() })
      })
    })
    await hands(panel).button('Copy SVG').click()
    await hands(panel).says('Copied.')
    const copied = await panel.locator('html').evaluate(() => (window as { copied?: string }).copied)
    expect(copied).toBe(await shown(panel))
    // It is seen, too: Figma shows it at the foot of the canvas.
    await expect
      .poll(() => posted.filter((message) => message.includes('"toast"')).join())
      .toContain('Copied.')
    expect(await hands(panel).button('Copy SVG').evaluate(isFocused)).toBe(true)
    await panel.locator('html').evaluate(() => {
      document.execCommand = () => false
    })
    await hands(panel).button('Copy SVG').click()
    await hands(panel).says('It could not be copied. Save it as a file instead.')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      hands(panel).button('Save SVG').click(),
    ])
    expect(download.suggestedFilename()).toBe('a-red-boat.svg')
    expect(readFileSync(await download.path(), 'utf8')).toBe(await shown(panel))
  })
})

describe('another picture of the same', () => {
  const suite = panelSuite({ credits: 0.3 })
  const { posts } = suite

  it('is asked for once, at its price, until the credits do not last', async () => {
    const { panel, ui } = await suite.open(withKey)
    await generate(panel)
    await panel.getByText('Balance $0.20').waitFor()
    // The form may hold whatever it will.
    await ui.prompt.fill('')
    await ui.style('Engraving').check()
    await ui.count(4).check()
    const variation = ui.button('New variation · $0.10')
    await variation.dblclick()
    await panel.getByText('Balance $0.10').waitFor()
    expect(posts()).toHaveLength(2)
    expect(posts()[1]?.json).toEqual({ prompt: PROMPT, style: 'linocut', size: '1365x1024' })
    expect(posts()[1]?.json).toEqual(posts()[0]?.json)
    await ui.insert.waitFor()
    await variation.and(panel.locator(':enabled')).click()
    await panel.getByText('Balance $0.00').waitFor()
    await expect.poll(() => variation.isDisabled()).toBe(true)
    expect(await variation.getAttribute('title')).toMatch(/^Not enough credits at Segmind/)
    expect(posts()).toHaveLength(3)
  })
})

describe('the picture of a prompt', () => {
  it('brings what it was made from back into the form, and the focus to the prompt', async () => {
    const { panel, ui } = await suite.open(withKey)
    await generate(panel)
    await ui.prompt.fill('something else')
    await ui.style('Any').check()
    await ui.chooseSize('1024 × 2048')
    await ui.button('Edit prompt').click()
    await expect.poll(() => ui.prompt.inputValue()).toBe(PROMPT)
    expect(await ui.prompt.evaluate(isFocused)).toBe(true)
    expect(await ui.style('Linocut').isChecked()).toBe(true)
    expect(await ui.size('1365 × 1024').isChecked()).toBe(true)
  })

  it('is a sample where samples are drawn, which costs nothing', async () => {
    const { ui } = await suite.open()
    await ui.button('Try without a key').click()
    await ui.generate.click()
    await ui.insert.waitFor()
    expect(await ui.button('New variation').textContent()).toBe('New variation')
  })
})
