import type { Frame, Page } from 'playwright-core'
import { type FromPanel, type PanelFrameOptions, panelFrame } from '../../src/frame'

declare global {
  interface Window {
    fromPanel: FromPanel[]
  }
}

/** A panel in a page that simulates the editor. */
export interface PanelUnderTest {
  readonly page: Page
  /** The panel's own document. */
  readonly inner: Frame
  /** Waits until the page has received a message of this kind, and returns all of them so far. */
  received<K extends keyof FromPanel>(key: K, count?: number): Promise<NonNullable<FromPanel[K]>[]>
}

/** A manifest that allows two hosts, neither of which exists. */
const manifest = {
  networkAccess: { allowedDomains: ['https://api.allowed.example', 'https://*.images.allowed.example'] },
}

/**
 * Opens a panel in a new page with origin `https://editor.example`.
 * Faults go to the console, where a watch of the page finds them.
 */
export async function openPanel(
  page: Page,
  options: Partial<PanelFrameOptions> & { readonly html: string },
): Promise<PanelUnderTest> {
  await page.route('https://editor.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Editor</title><link rel="icon" href="data:,">',
    }),
  )
  await page.goto('https://editor.example/')
  const srcdoc = panelFrame({ manifest, theme: 'light', ...options })
  await page.evaluate((srcdoc) => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'width: 400px; height: 300px'
    window.fromPanel = []
    addEventListener('message', (event: MessageEvent<FromPanel>) => {
      if (event.source !== frame.contentWindow) return
      window.fromPanel.push(event.data)
      const { panelFault } = event.data
      // The watch reads the console.
      if (panelFault !== undefined) console.error(`fault: ${panelFault.kind}: ${panelFault.text}`)
    })
    frame.srcdoc = srcdoc
    document.body.append(frame)
  }, srcdoc)
  await page.waitForFunction(() => window.fromPanel.some((message) => message.panelState === 'loaded'))
  const inner = page.frames().find((frame) => frame.url().startsWith('data:'))
  if (inner === undefined) throw new Error('There is no inner document')
  return {
    page,
    inner,
    received: async (key, count = 1) => {
      await page.waitForFunction(
        ({ key, count }) => window.fromPanel.filter((message) => message[key] !== undefined).length >= count,
        { key, count },
      )
      return page.evaluate(
        (key) => window.fromPanel.flatMap((message) => (message[key] === undefined ? [] : [message[key]])),
        key,
      ) as Promise<NonNullable<FromPanel[typeof key]>[]>
    },
  }
}
