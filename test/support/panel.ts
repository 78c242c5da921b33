import type { Frame, Page } from 'playwright-core'

/** What finds elements in the panel's document. A `FrameLocator` does so too, but looks for the frame again each time, which takes longer. */
export type Panel = Pick<Frame, 'getByLabel' | 'getByRole' | 'getByText' | 'locator'>

/** Returns the panel in a page: a frame within a frame, as in Figma. Waits for it. */
export async function panelIn(page: Page): Promise<Panel> {
  const outer = await (await page.waitForSelector('iframe')).contentFrame()
  const inner = await (await outer?.waitForSelector('iframe', { state: 'attached' }))?.contentFrame()
  if (!inner) throw new Error('The page has no panel.')
  return inner
}
