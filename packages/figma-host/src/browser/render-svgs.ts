import type { Browser, Page, PageScreenshotOptions } from 'playwright-core'

/** How often Chromium is asked for one picture of a page. */
const TRIES = 3

export interface Size {
  /** In px, as whole numbers. */
  readonly width: number
  readonly height: number
}

/** Renders SVG texts as a browser does with `<img width height>`, 1 px a px, on white; each as the bytes of a PNG. */
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
 * What a page shows, as the bytes of a PNG. Asks again where Chromium has no frame at hand: on a busy machine its compositor
 * now and then hands over none, and it says "Unable to capture screenshot" then. Every other error is thrown as it is.
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
