import type { Panel } from '../support/panel'

/** How long the panel must stay unchanged, in ms. */
const QUIET = 150

/** Waits until the panel no longer changes, apart from running clocks, and returns its visible content. */
export const settled = (panel: Panel): Promise<string> =>
  panel.locator('html').evaluate(async (root, quiet) => {
    let last = ''
    let since = 0
    while (!last || performance.now() - since < quiet) {
      await new Promise(requestAnimationFrame)
      const next = [
        ...[...root.querySelectorAll('body > :not(script, style)')].map(({ textContent }) =>
          textContent.replace(/\d+:\d\d/g, '0:00'),
        ),
        ...[...root.querySelectorAll('img')].map(({ src, complete }) => `${src.length} ${complete}`),
        ...[...root.querySelectorAll('.scroll, .tile, .popover, .tooltip')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return [element.scrollTop, x, y, width, height].map(Math.round).join(' ')
        }),
      ].join('\n')
      if (next !== last) since = performance.now()
      last = next
    }
    return last
  }, QUIET)
