import type { FromPanel, ToPanel } from 'figma-host/frame'
import type { Browser, Page } from 'playwright-core'

interface PageOptions {
  readonly theme: 'light' | 'dark'
  /** In px. */
  readonly width: number
  readonly height: number
  readonly reducedMotion: boolean
  /** Whether to use a new page that is not reused, for a test that changes something irreversibly, such as its clock. */
  readonly fresh: boolean
}

/** A page of a browser, on loan. */
interface PooledPage {
  readonly page: Page
  /** Shows a document in a frame as large as the page, and receives its messages. */
  show(srcdoc: string, hear: (message: FromPanel) => void): Promise<void>
  /** Sends a message to the frame. Does nothing once the page was given back. */
  post(message: ToPanel): Promise<void>
  /**
   * Does nothing the second time, because the page may have been lent again. A page with `isSpoilt` is closed without waiting, because it
   * may no longer respond.
   */
  release(isSpoilt?: boolean): Promise<void>
}

interface OwnPage {
  readonly page: Page
  /** Long texts that the page has received: the scripts of the panel and its worker, which take long to send. */
  readonly texts: string[]
  /** Listeners by number of the frame, which is part of each message, so that a late message reaches no one. */
  readonly listeners: Map<number, (message: FromPanel) => void>
}

/** What the page has as globals. */
interface PageGlobals {
  fromFrame(number: number, data: unknown): void
  texts?: string[]
}

/** Longer texts are sent to each page once. */
const LONG = 10_000

const idle = new WeakMap<Browser, OwnPage[]>()
let lastNumber = 0

/**
 * Lends a page. A page that was given back is reused without its documents, because opening a page takes twice as long as showing a panel
 * in it.
 */
export async function acquirePage(
  browser: Browser,
  { fresh, theme, width, height, reducedMotion }: PageOptions,
): Promise<PooledPage> {
  const waiting = idle.get(browser) ?? []
  idle.set(browser, waiting)
  const own = (!fresh && waiting.pop()) || (await newPage(browser))
  const { page, listeners, texts } = own
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme, reducedMotion: reducedMotion ? 'reduce' : 'no-preference' })
  lastNumber += 1
  const number = lastNumber
  return {
    page,
    async show(srcdoc, hear) {
      listeners.set(number, hear)
      await page.setContent(
        '<style>body{margin:0}iframe{display:block;width:100vw;height:100vh;border:0}</style><iframe></iframe>',
      )
      await page.evaluate(
        ([markup, mine]) => {
          const frame = document.querySelector('iframe') as HTMLIFrameElement
          const { fromFrame } = window as unknown as PageGlobals
          addEventListener('message', ({ data, source }) => {
            if (source === frame.contentWindow) void fromFrame(mine, data)
            else if (data.down) frame.contentWindow?.postMessage(data.down, '*')
          })
          frame.srcdoc = markup
        },
        [srcdoc, number] as const,
      )
    },
    async post(message) {
      if (!listeners.has(number)) return
      const known = texts.length
      const sent = withoutTexts(message, texts)
      await page.evaluate(send, { ...sent, added: texts.slice(known) })
    },
    async release(isSpoilt = false) {
      if (!listeners.delete(number)) return
      if (isSpoilt)
        return void page
          .context()
          .close()
          .catch(() => undefined)
      if (fresh) return page.context().close()
      for (const event of ['console', 'pageerror', 'request'] as const) page.removeAllListeners(event)
      await page.context().setOffline(false)
      // Otherwise the element at this point would be hovered over in the next panel, too.
      await page.mouse.move(-1, -1)
      // Without a navigation, because only the initial document of a page may send requests to this machine, which stands in for Segmind.
      await page.setContent('')
      waiting.push(own)
    },
  }
}

/** A long text in a message: its path of keys, and its index among the page's texts. */
interface LongText {
  readonly path: readonly string[]
  readonly text: number
}

type Tree = { [key: string]: unknown }

/** Returns a copy of the message without its long texts, and where they belong. Adds new ones to `texts`. */
function withoutTexts(message: ToPanel, texts: string[]) {
  const longTexts: LongText[] = []
  const copy = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string' && value.length > LONG) {
      const at = texts.indexOf(value)
      longTexts.push({ path, text: at === -1 ? texts.push(value) - 1 : at })
      return ''
    }
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value
    if (Array.isArray(value)) return value.map((item, i) => copy(item, [...path, String(i)]))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item, [...path, key])]))
  }
  return { down: copy(message, []) as Tree, longTexts }
}

/** Runs in the page: completes a message, and sends it to the frame. */
function send(sent: {
  readonly down: Tree
  readonly longTexts: readonly LongText[]
  readonly added: readonly string[]
}): void {
  const globals = window as unknown as PageGlobals
  globals.texts = [...(globals.texts ?? []), ...sent.added]
  for (const { path, text } of sent.longTexts) {
    let holder = sent.down
    for (const key of path.slice(0, -1)) holder = holder[key] as Tree
    holder[path.at(-1) ?? ''] = globals.texts[text]
  }
  window.postMessage({ down: sent.down }, '*')
}

async function newPage(browser: Browser): Promise<OwnPage> {
  const page = await (await browser.newContext()).newPage()
  const listeners: OwnPage['listeners'] = new Map()
  await page.exposeFunction('fromFrame', (number: number, message: FromPanel) =>
    listeners.get(number)?.(message),
  )
  return { page, listeners, texts: [] }
}
