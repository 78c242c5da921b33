import type { FrameLocator } from 'playwright-core'
import { failing, hands } from '../../support/panel-hands'
import { PROMPT } from './state'

export const unavailable = failing('storage-unavailable')
export const full = failing('storage-full')

export const forever = new Promise(() => undefined)

export async function generate(panel: FrameLocator, style = 'Any', size = '1365 × 1024'): Promise<void> {
  const ui = hands(panel)
  await ui.prompt.fill(PROMPT)
  await ui.style(style).check()
  await ui.chooseSize(size)
  await ui.generate.click()
}

export async function ready(panel: FrameLocator, style?: string, size?: string): Promise<void> {
  await generate(panel, style, size)
  await panel.getByRole('img', { name: PROMPT }).waitFor()
}

/** From now on the history's view throws when it shows a picture; `isBroken: false` puts that right. */
export async function breakHistory(panel: FrameLocator, isBroken = true): Promise<void> {
  await panel.locator('html').evaluate((_, broken) => {
    const own = Date.prototype as unknown as { toDateString: unknown; kept?: unknown }
    own.kept ??= own.toDateString
    own.toDateString = broken
      ? () => {
          throw new Error('No day here, said “a secret prompt”')
        }
      : own.kept
  }, isBroken)
}

/** The history, and the pictures in it. */
export async function openHistory(panel: FrameLocator): Promise<void> {
  await hands(panel).tab('History').click()
  for (const tile of await hands(panel).tiles.all()) {
    await tile.scrollIntoViewIfNeeded()
    await tile.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  }
  await hands(panel).tiles.first().scrollIntoViewIfNeeded()
}
