import { launchChromium } from '../chromium'
import type { EngineKind } from './engine'

export const chromium: EngineKind = {
  name: 'Chromium',
  missing: null,
  async start() {
    const browser = await launchChromium()
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } })
    return {
      open: async (url) => void (await page.goto(url)),
      async evaluate(place, expression) {
        const top = page.mainFrame()
        const frame = place === 'page' ? top : top.childFrames()[0]?.childFrames()[0]
        if (!frame) throw new Error('There is no panel.')
        return frame.evaluate(expression)
      },
      click: (x, y, clickCount = 1) => page.mouse.click(x, y, { clickCount }),
      type: (text) => page.keyboard.type(text),
      paste: () => page.keyboard.press('ControlOrMeta+v'),
      close: () => browser.close(),
    }
  },
}
