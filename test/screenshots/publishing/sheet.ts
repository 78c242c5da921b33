import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'

/** An image of the kit: a caption, the panel, and the canvas. */
export interface Sheet {
  readonly caption: string
  readonly text: string
  /** PNG of the panel at twice its size. */
  readonly panel: Buffer
  /** The drawings of the plugin as SVG: one or two; empty to show only the panel. */
  readonly pictures: readonly string[]
  /** Layer names, from the top. */
  readonly layers?: readonly string[]
  readonly theme: 'light' | 'dark'
}

/** In px, as Figma requires for covers and carousels. */
const SIZE = { width: 1920, height: 1080 }

export const ICON = readFileSync(new URL('icon.svg', import.meta.url), 'utf8')

const STYLE = `
  * { box-sizing: border-box; margin: 0 }
  body { width: 1920px; height: 1080px; display: flex; align-items: center; gap: 72px; padding: 0 96px; overflow: hidden;
    font-family: Inter, "Liberation Sans", Arial, sans-serif; background: #f2f3f7; color: #1b2440 }
  body.dark { background: #161b2e; color: #fff }
  .left { flex: 1; min-width: 0; height: 100%; display: flex; flex-direction: column; justify-content: center; gap: 32px }
  h1, p { text-wrap: balance }
  h1 { font-size: 60px; line-height: 1.12; letter-spacing: -0.02em; font-weight: 700 }
  p { font-size: 29px; line-height: 1.4; opacity: 0.78 }
  .name { display: flex; align-items: center; gap: 28px; font-size: 44px; font-weight: 700 }
  .name svg { width: 96px; height: 96px }
  .canvas { flex: 0 1 auto; min-height: 0; display: flex; gap: 32px; align-items: flex-start }
  .alone h1 { font-size: 88px }
  .alone p { font-size: 40px }
  .canvas img { min-width: 0; max-width: 100%; max-height: 540px; object-fit: contain; border-radius: 6px; box-shadow: 0 0 0 3px #0d99ff }
  .canvas img:only-child { max-height: 640px }
  .layers { flex: none; width: 390px; list-style: none; padding: 0; font-size: 23px; line-height: 44px }
  .layers li { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; border-bottom: 1px solid #8883 }
  .panel { flex: none; height: 960px; border-radius: 16px; box-shadow: 0 24px 80px #0006, 0 0 0 1px #8884 }
`

const escaped = (text: string) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
const image = (type: string, bytes: Buffer) => `data:image/${type};base64,${bytes.toString('base64')}`

/** Renders a sheet. `isCover`: with icon and name. Resolves to a PNG. */
export async function draw(browser: Browser, sheet: Sheet, isCover = false): Promise<Buffer> {
  const { caption, text, panel, pictures, layers, theme } = sheet
  const page = await browser.newPage({ viewport: SIZE })
  const name = isCover ? `<div class="name">${ICON}<span>Inkwright</span></div>` : ''
  const list = layers?.map((layer) => `<li>${escaped(layer)}</li>`).join('') ?? ''
  const images = pictures.map((svg) => `<img alt="" src="${image('svg+xml', Buffer.from(svg))}">`).join('')
  const onCanvas = images && `<div class="canvas">${images}${list && `<ul class="layers">${list}</ul>`}</div>`
  await page.setContent(`<!doctype html><style>${STYLE}</style><body class="${theme}${pictures.length > 0 ? '' : ' alone'}">
    <div class="left">${name}<h1>${escaped(caption)}</h1><p>${escaped(text)}</p>${onCanvas}</div>
    <img class="panel" alt="" src="${image('png', panel)}">`)
  await page.evaluate(() => Promise.all([...document.images].map((each) => each.decode())))
  const picture = await page.screenshot()
  await page.close()
  return picture
}
