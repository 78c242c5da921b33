import pixelmatch from 'pixelmatch'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'

/** Renders SVG texts as a browser does with `<img width height>`, on white. */
export async function renderSvgs(
  browser: Browser,
  svgs: readonly string[],
  size: { readonly width: number; readonly height: number },
): Promise<PNG[]> {
  const page = await browser.newPage({ viewport: size })
  await page.setContent('<style>body{margin:0}img{display:block;width:100vw;height:100vh}</style><img>')
  const pictures: PNG[] = []
  for (const svg of svgs) {
    await page.evaluate(
      async (source) => {
        const image = document.querySelector('img') as HTMLImageElement
        image.src = source
        await image.decode()
      },
      `data:image/svg+xml,${encodeURIComponent(svg)}`,
    )
    pictures.push(PNG.sync.read(await page.screenshot()))
  }
  await page.close()
  return pictures
}

/** Share of the pixels that differ (pixelmatch, threshold 0.1, anti-aliased pixels excluded), 0 to 1. */
export function difference(a: PNG, b: PNG): number {
  const { width, height } = a
  return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 }) / (width * height)
}
