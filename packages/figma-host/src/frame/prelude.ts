import type { FromPanel, PanelFault } from './messages'

/**
 * Runs first in the panel's own document: reports errors and applies theme changes.
 * Must not use anything from outside itself, because its source is embedded.
 */
export function prelude(): void {
  const report = (kind: PanelFault['kind'], text: string): void => {
    const message: FromPanel = { panelFault: { kind, text } }
    parent.postMessage(message, '*')
  }
  const describe = (thrown: unknown): string =>
    thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)

  addEventListener('securitypolicyviolation', (event) => {
    report('csp', `${event.effectiveDirective} blocked ${event.blockedURI}`)
  })
  addEventListener('error', (event) => {
    report('error', event.error === null ? event.message : describe(event.error))
  })
  addEventListener('unhandledrejection', (event) => report('rejection', describe(event.reason)))

  // Registered before any listener of the panel, so that stopping the event hides it from all of them.
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event
    if (event.source !== parent || typeof data !== 'object' || data === null || !('figmaTheme' in data))
      return
    event.stopImmediatePropagation()
    const { theme, style } = data.figmaTheme as { theme: string; style: string }
    document.documentElement.classList.remove('figma-light', 'figma-dark')
    document.documentElement.classList.add(`figma-${theme}`)
    const element = document.getElementById('figma-style')
    if (element !== null) element.textContent = style
  })
  document.currentScript?.remove()
}

/**
 * Wraps `fetch` in the panel's document to redirect requests to some origins.
 * Only for a page that a user opens, where TLS cannot be intercepted. Must not use anything from outside itself, like {@link prelude}.
 * @param redirects Maps origins to the origins, optionally with a path prefix, that replace them.
 */
export function redirectFetch(redirects: Readonly<Record<string, string>>): void {
  const original = window.fetch.bind(window)
  /** Returns the redirected address; null if it stays. */
  const moved = (address: string): string | null => {
    if (!URL.canParse(address)) return null
    const url = new URL(address)
    const target = redirects[url.origin]
    return target === undefined ? null : target.replace(/\/$/, '') + url.pathname + url.search
  }
  window.fetch = async (input, init) => {
    if (!(input instanceof Request)) return original(moved(String(input)) ?? input, init)
    const address = moved(input.url)
    if (address === null) return original(input, init)
    const { method, headers, signal, credentials, cache, redirect } = input
    // The whole body is read first, because Chromium only streams request bodies over HTTP/2.
    const body = input.body === null ? null : await input.arrayBuffer()
    return original(address, { method, headers, signal, credentials, cache, redirect, body, ...init })
  }
  document.currentScript?.remove()
}
