import type { Browser, Page, PageScreenshotOptions } from 'playwright-core'

/** Maximum number of attempts to capture a page. */
const TRIES = 3

export interface Size {
  /** In px; integers. */
  readonly width: number
  readonly height: number
}

/** Renders SVG texts like `<img width height>` in a browser, on white, at a scale of 1. Returns the bytes of a PNG for each. */
export async function renderSvgs(browser: Browser, svgs: readonly string[], size: Size): Promise<Buffer[]> {
  const page = await browser.newPage({ viewport: size })
  await page.setContent('<style>body{margin:0}img{display:block;width:100vw;height:100vh}</style><img>')
  const pictures: Buffer[] = []
  for (const svg of svgs) {
    await page.evaluate(
      async (source) => {
        const image = document.querySelector('img') as HTMLImageElement
        image.src = source
        await image.decode()
      },
      `data:image/svg+xml,${encodeURIComponent(svg)}`,
    )
    pictures.push(await capture(page))
  }
  await page.close()
  return pictures
}

/**
 * Captures a page as the bytes of a PNG. Retries if Chromium reports "Unable to capture screenshot", which happens when its compositor has
 * no frame on a busy machine. Other errors are rethrown.
 */
export async function capture(page: Page, options: PageScreenshotOptions = {}): Promise<Buffer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await page.screenshot(options)
    } catch (error) {
      if (attempt === TRIES || !String(error).includes('Unable to capture screenshot')) throw error
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
  }
}
