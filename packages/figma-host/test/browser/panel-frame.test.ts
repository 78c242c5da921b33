import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../../src/browser/launch'
import { openPanel, type PanelUnderTest } from './panel-harness'
import { type Watch, watch } from './watch'

let browser: Browser
let page: Page
let watched: Watch
let panel: PanelUnderTest

beforeAll(async () => {
  browser = await launchChromium()
  page = await browser.newPage()
  watched = watch(page)
})
afterAll(() => browser.close())
afterEach(async () => {
  await page.unrouteAll()
  watched.assertQuiet()
})

/** A panel that stores the messages it receives in `window.got`. It listens as late as allowed: when it has loaded. */
const listening = `<!doctype html><title>Panel</title><p>Hello</p><script>
  window.got = []
  addEventListener('load', () => {
    addEventListener('message', (event) => got.push([event.data, event.source === parent]))
  })
</script>`

const answering = (text: string, headers: Record<string, string> = {}) => ({
  contentType: 'text/plain',
  headers: { 'access-control-allow-origin': '*', ...headers },
  body: text,
})

it('the panel is as restricted as in Figma: origin null, no storage, and no secure context', async () => {
  panel = await openPanel(page, { html: listening })
  const found = await panel.inner.evaluate(() => {
    const thrown = (read: () => unknown): string => {
      try {
        read()
        return 'nothing'
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    return {
      origin: self.origin,
      storage: thrown(() => localStorage),
      session: thrown(() => sessionStorage),
      cookies: thrown(() => document.cookie),
      secure: isSecureContext,
      subtle: typeof crypto.subtle,
      uuid: typeof crypto.randomUUID,
      clipboard: typeof navigator.clipboard,
      parent: thrown(() => parent.document),
      fetch: String(fetch),
    }
  })
  expect(found).toEqual({
    origin: 'null',
    storage: 'SecurityError',
    session: 'SecurityError',
    cookies: 'SecurityError',
    secure: false,
    subtle: 'undefined',
    uuid: 'undefined',
    clipboard: 'undefined',
    parent: 'SecurityError',
    fetch: 'function fetch() { [native code] }',
  })
})

describe('the policy', () => {
  it('blocks a request to any other host and reports it', async () => {
    let reached = 0
    await page.route('https://elsewhere.example/**', (route) => {
      reached += 1
      return route.fulfill(answering('reached'))
    })
    panel = await openPanel(page, { html: listening })
    const name = await panel.inner.evaluate(() =>
      fetch('https://elsewhere.example/key').then(
        () => 'reached',
        (error: Error) => error.name,
      ),
    )
    expect(name).toBe('TypeError')
    expect(reached).toBe(0)
    await watched.expect(/fault: csp: connect-src blocked https:\/\/elsewhere\.example/)
    await watched.expect(/console: .*Content Security Policy/)
    await watched.expect(/console: Fetch API cannot load/)
    const [fault] = await panel.received('panelFault')
    expect(fault?.kind).toBe('csp')
  })

  it('blocks eval, workers and scripts from blobs, and external images', async () => {
    panel = await openPanel(page, { html: listening })
    for (const [attempt, violation] of [
      ["eval('1')", /script-src blocked eval/],
      ["new Worker(URL.createObjectURL(new Blob(['1'])))", /worker-src blocked blob/],
      [
        "document.head.append(Object.assign(document.createElement('script'), { src: URL.createObjectURL(new Blob(['1'])) }))",
        /script-src(-elem)? blocked blob/,
      ],
      ["new Image().src = 'https://elsewhere.example/pixel.png?key'", /img-src blocked https:\/\/elsewhere/],
    ] as const) {
      // In a separate task, because code evaluated by the driver is exempt from the policy.
      await panel.inner.evaluate((attempt) => {
        const script = document.createElement('script')
        script.textContent = `setTimeout(() => { try { ${attempt} } catch (error) { window.got.push(error.name) } })`
        document.head.append(script)
      }, attempt)
      await watched.expect(violation)
      // A refused eval throws, and Chromium reports nothing else.
      if (!attempt.startsWith('eval')) await watched.expect(/console: .*Content Security Policy/)
    }
    expect(await panel.inner.evaluate(() => Reflect.get(window, 'got'))).toEqual(['EvalError'])
  })

  it('does not let the panel navigate', async () => {
    panel = await openPanel(page, { html: listening })
    await panel.inner.evaluate(() => {
      location.href = 'https://elsewhere.example/?key'
    })
    await watched.expect(/console: .*(frame-src|default-src)/)
  })
})

describe('messages', () => {
  it('reach the editor in order, with dates and bytes unchanged', async () => {
    panel = await openPanel(page, {
      html: `<script>
        parent.postMessage({ pluginMessage: 'first' }, '*')
        parent.postMessage({ pluginMessage: { at: new Date(5), bytes: new Uint8Array([1, 2]), none: null, list: [undefined, 3] } }, '*')
        parent.postMessage({ pluginDrop: { clientX: 3, clientY: 4, items: [{ type: 'image/svg+xml', data: '<svg/>' }] } }, '*')
      </script>`,
    })
    const [first] = await panel.received('pluginMessage', 2)
    expect(first).toBe('first')
    const second = await page.evaluate(() => {
      const value = window.fromPanel.filter((message) => 'pluginMessage' in message)[1]?.pluginMessage
      const { at, bytes, none, list } = Object(value)
      return [at instanceof Date && at.getTime(), bytes instanceof Uint8Array && [...bytes], none, list]
    })
    expect(second).toEqual([5, [1, 2], null, [undefined, 3]])
    expect(await panel.received('pluginDrop')).toEqual([
      { clientX: 3, clientY: 4, items: [{ type: 'image/svg+xml', data: '<svg/>' }] },
    ])
  })

  it('from the panel that are not plain data are refused, naming the part', async () => {
    panel = await openPanel(page, { html: listening })
    await panel.inner.evaluate("parent.postMessage({ pluginMessage: { part: [new Map()] } }, '*')")
    expect(await watched.expect(/fault: message/)).toContain(
      'from the panel: the message.part[0] is of type Map',
    )
    expect(await page.evaluate(() => window.fromPanel.some((message) => 'pluginMessage' in message))).toBe(
      false,
    )
  })
})

it('redirects apply to string, URL, and Request fetches', async () => {
  const seen: unknown[] = []
  await page.route('http://127.0.0.1:9911/**', (route) => {
    const request = route.request()
    const { 'x-api-key': key = null } = request.headers()
    if (request.method() !== 'OPTIONS') seen.push([request.method(), request.url(), key, request.postData()])
    const allowed = { 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' }
    return route.fulfill(answering('ok', allowed))
  })
  const redirects = { 'https://api.allowed.example': 'http://127.0.0.1:9911/api' }
  panel = await openPanel(page, { html: listening, redirects })
  await panel.inner.evaluate(async () => {
    const init = { method: 'POST', headers: { 'x-api-key': 'k' }, body: 'a' }
    await fetch('https://api.allowed.example/v1/draw?x=1', init)
    await fetch(new URL('https://api.allowed.example/p.svg'))
    await fetch(new Request('https://api.allowed.example/v1/again', init))
  })
  expect(seen).toEqual([
    ['POST', 'http://127.0.0.1:9911/api/v1/draw?x=1', 'k', 'a'],
    ['GET', 'http://127.0.0.1:9911/api/p.svg', null, null],
    ['POST', 'http://127.0.0.1:9911/api/v1/again', 'k', 'a'],
  ])
})
