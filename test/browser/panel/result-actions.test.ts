import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Panel } from '../../support/panel'
import { isFocused, panelControls, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'

const PROMPT = 'a red boat'

async function generate(panel: Panel): Promise<void> {
  const ui = panelControls(panel)
  await ui.prompt.fill(PROMPT)
  await ui.style('Linocut').check()
  await ui.chooseSize('1365 × 1024')
  await ui.generate.click()
  await panel.getByRole('img', { name: PROMPT }).waitFor()
}

async function open(panel: Panel): Promise<void> {
  await generate(panel)
  await panelControls(panel).openPicture(PROMPT)
}

/** Returns the SVG text that is shown. */
async function shown(panel: Panel): Promise<string> {
  const source = await panel.getByRole('img', { name: PROMPT }).getAttribute('src')
  return decodeURIComponent(source?.replace('data:image/svg+xml,', '') ?? '')
}

const suite = panelSuite()

describe('the actions of an image', () => {
  it('copy and save it as shown, and say if it cannot be copied', async () => {
    const { panel, page, posted, ui } = await suite.open(withKey)
    await open(panel)
    await ui.choose('Background', 'Remove')
    await expect.poll(() => shown(panel)).not.toContain('Background')
    await panel.locator('html').evaluate(() => {
      addEventListener('copy', () => {
        Object.assign(window, { copied: getSelection()?.toString() })
      })
    })
    const copied = () => panel.locator('html').evaluate(() => (window as { copied?: string }).copied)
    await ui.menu('More', 'Copy SVG')
    await ui.waitForStatus('Copied.')
    expect(await copied()).toBe(await shown(panel))
    // It is also visible: Figma shows it as a toast.
    await expect
      .poll(() => posted.filter((message) => message.includes('"toast"')).join())
      .toContain('Copied.')
    const more = ui.button('More')
    expect(await more.evaluate(isFocused)).toBe(true)
    await ui.choose('Background', 'Keep')
    await expect.poll(() => shown(panel)).toContain('Background')
    await page.keyboard.press('Control+c')
    await expect.poll(() => copied()).toBe(await shown(panel))
    await panel.locator('html').evaluate(() => {
      document.execCommand = () => false
    })
    await ui.menu('More', 'Copy SVG')
    await ui.waitForStatus('It could not be copied. Save it as a file instead.')
    const [download] = await Promise.all([page.waitForEvent('download'), ui.menu('More', 'Save SVG')])
    expect(download.suggestedFilename()).toBe('a-red-boat.svg')
    expect(readFileSync(await download.path(), 'utf8')).toBe(await shown(panel))
  })

  it('show how it was made, what it cost, and what was left out', async () => {
    const { panel, ui } = await suite.open(withKey)
    await open(panel)
    const prompt = panel.getByRole('button', { name: 'Prompt', exact: true })
    await prompt.click()
    await expect.poll(() => ui.readDetails()).toEqual({ Style: 'Linocut', Size: '1365 × 1024' })
    await prompt.click()
    await ui.menu('More', 'Details')
    const details = panel.getByRole('button', { name: 'Details' })
    await expect.poll(() => details.evaluate(isFocused)).toBe(true)
    expect(await ui.readDetails()).toEqual({
      Made: expect.stringMatching(/^\w+ \d+, \d{4}, /),
      Time: expect.stringMatching(/^0:\d\d$/),
      Cost: '$0.10',
      'File size': expect.stringMatching(/^\d+ kB$/),
      Contents: expect.stringMatching(/^\d+ layers from \d+ shapes · [\d,]+ anchors · \d+ colors/),
      'Request ID': expect.stringMatching(/^[\w-]{8,}$/),
    })
    await ui.button('Copy request ID').click()
    await ui.waitForStatus('Copied.')
  })

  it('show it on the canvas if it is there, also from History', async () => {
    const shownOnCanvas: string[] = []
    const { panel, ui } = await suite.open({
      ...withKey,
      handlers: {
        'canvas.show': ({ nodeIds }) => {
          shownOnCanvas.push(...nodeIds)
          return { existing: [] }
        },
      },
    })
    await open(panel)
    const items = async () => {
      await ui.button('More').first().click()
      const names = await panel.getByRole('menuitem').allTextContents()
      await panel.getByRole('menuitem').first().press('Escape')
      return names
    }
    expect(await items()).not.toContain('Show on canvas')
    await ui.insert.click()
    await ui.waitForStatus('Inserted')
    expect(await items()).toContain('Show on canvas')
    await ui.menu('More', 'Show on canvas')
    await ui.waitForStatus('It is no longer on the canvas.')
    expect(shownOnCanvas).toHaveLength(1)
    await ui.menu('More', 'Show in History')
    await ui.tab('History').and(panel.locator('[aria-selected="true"]')).waitFor()
    await expect.poll(() => ui.tiles.first().evaluate(isFocused)).toBe(true)
    await ui.openPicture(PROMPT)
    await ui.button('Back to History').waitFor()
    expect(await items()).not.toContain('Show in History')
  })
})

describe('a variation', () => {
  const suite = panelSuite({ credits: 0.3 })
  const { posts } = suite

  it('is requested once, at its price, until the balance is too low', async () => {
    const { panel, ui } = await suite.open(withKey)
    await generate(panel)
    // Whatever is in the form.
    await ui.prompt.fill('')
    await ui.style('Engraving').check()
    await ui.count(4).check()
    await ui.openPicture(PROMPT)
    const variation = ui.button('Variation · $0.10')
    await variation.dblclick()
    await panel.getByText('1 / 2').waitFor()
    expect(posts()).toHaveLength(2)
    expect(posts()[1]?.json).toEqual({ prompt: PROMPT, style: 'linocut', size: '1365x1024' })
    expect(posts()[1]?.json).toEqual(posts()[0]?.json)
    await variation.click()
    await panel.getByText('1 / 3').waitFor()
    await expect.poll(() => variation.getAttribute('aria-disabled')).toBe('true')
    expect(await variation.getAttribute('data-tip')).toMatch(/^Not enough credits at Segmind/)
    await variation.click({ force: true })
    expect(posts()).toHaveLength(3)
  })
})
