import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../src/protocol/contract'
import { MODELS } from '../../../src/segmind/models'
import { isFocused, withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { recordInserts } from '../../support/picture'

describe('creating a picture', () => {
  const suite = panelSuite()

  it('sends exactly prompt, size, and style with the key, only to Segmind’s two hosts', async () => {
    const { ui, page } = await suite.open(withKey)
    const contacted = new Set<string>()
    page.on('request', (request) =>
      contacted.add(new URL(request.url()).protocol + new URL(request.url()).host),
    )
    await ui.prompt.fill('  a fox in the snow  ')
    await ui.style('Linocut').check()
    await ui.chooseSize('1365 × 1024')
    await ui.generate.click()
    await ui.insert.waitFor()
    const requests = suite.requests()
    const post = requests.filter(({ method }) => method === 'POST')
    expect(post).toHaveLength(1)
    expect(post[0]?.json).toEqual({ prompt: 'a fox in the snow', size: '1365x1024', style: 'linocut' })
    expect(post[0]?.headers['x-api-key']).toBe(DEMO_KEY)
    const media = requests.filter(({ host }) => host?.startsWith('images.segmind.com'))
    expect(media.length).toBeGreaterThan(0)
    expect(media.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true)
    expect([...contacted].filter((host) => host.startsWith('http')).sort()).toEqual([
      'https:api.segmind.com',
      'https:images.segmind.com',
    ])
  })

  it('shows the picture as an image, never as markup of the page, and passes it on once', async () => {
    const inserts: Picture[] = []
    const { panel, ui, posted } = await suite.open({
      ...withKey,
      handlers: { 'picture.insert': recordInserts(inserts, 34) },
    })
    await ui.prompt.fill('a boat at sea')
    await ui.chooseSize('1024 × 2048')
    await ui.generate.click()
    const image = panel.getByRole('img', { name: 'a boat at sea' })
    await image.waitFor()
    expect(
      await image.evaluate((element: HTMLImageElement) => [element.tagName, element.naturalWidth > 0]),
    ).toEqual(['IMG', true])
    await ui.insert.click()
    await ui.waitForStatus('Inserted on the canvas: 34 layers.')
    expect(inserts).toHaveLength(1)
    expect(inserts[0]).toMatchObject({ name: 'a boat at sea', width: 1024, height: 2048 })
    expect(inserts[0]?.parts[0]).toMatch(/^<svg xmlns=/)
    // The key was not typed, but loaded from the settings: no message of the panel may contain it.
    expect(posted.filter((message) => message.includes(DEMO_KEY))).toEqual([])
  })

  it('works by keyboard alone', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.prompt.waitFor()
    await page.keyboard.type('an owl')
    // Past Ideas to the styles, and on to the sizes.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await panel.getByRole('option', { name: '1024 × 1024' }).and(panel.locator(':focus')).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await ui.insert.waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await ui.waitForStatus('Inserted on the canvas')
    const post = suite.posts()[0]
    expect(post?.json).toEqual({ prompt: 'an owl', style: 'engraving', size: '1280x1024' })
  })

  it('offers every style and size of the model, each portrait below its landscape', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.prompt.waitFor()
    expect(await panel.getByRole('radiogroup', { name: 'Style' }).getByRole('radio').count()).toBe(
      MODELS[0].styles.length,
    )
    await ui.size.click()
    const sizes = panel.getByRole('listbox', { name: 'Size' }).getByRole('option')
    expect(await sizes.count()).toBe(MODELS[0].sizes.length)
    const boxOf = (name: string) => sizes.and(panel.getByRole('option', { name })).boundingBox()
    const [landscape, portrait] = [await boxOf('1820 × 1024, 16:9'), await boxOf('1024 × 1820, 9:16')]
    expect(portrait?.x).toBe(landscape?.x)
    expect(portrait?.y).toBeGreaterThan(landscape?.y ?? 0)
    // Escape and a click elsewhere close it and restore the focus.
    await page.keyboard.press('Escape')
    await sizes.first().waitFor({ state: 'detached' })
    expect(await ui.size.evaluate(isFocused)).toBe(true)
    await ui.size.click()
    await page.mouse.click(200, 500)
    await sizes.first().waitFor({ state: 'detached' })
  })

  it('says why Generate is disabled', async () => {
    const { panel, ui } = await suite.open(withKey)
    await ui.prompt.waitFor()
    expect(await ui.generate.isDisabled()).toBe(true)
    // As a tooltip, and for screen readers.
    await ui.generate.hover()
    await panel.locator('.tooltip').getByText('Write a prompt first.').waitFor()
    await ui.generate.and(panel.locator('[aria-describedby]')).waitFor()
    await ui.prompt.fill('x'.repeat(1001))
    await panel.getByText('Shorten the prompt to 1,000 characters.').first().waitFor()
    expect(await ui.generate.isDisabled()).toBe(true)
    await ui.prompt.fill('x'.repeat(1000))
    await expect.poll(() => ui.generate.isDisabled()).toBe(false)
  })

  it('shows the progress, and ignores a double click', async () => {
    const release = suite.holdSubmits()
    const { panel, ui } = await suite.open(withKey)
    await ui.prompt.fill('a lighthouse')
    await ui.generate.dblclick()
    await ui.waitForStatus('Drawing started: a lighthouse')
    const bar = panel.getByRole('progressbar', { name: 'Progress' })
    await bar.waitFor()
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBeLessThan(100)
    release()
    await ui.insert.waitFor()
    expect(suite.posts()).toHaveLength(1)
    expect(await bar.count()).toBe(0)
  })
})
