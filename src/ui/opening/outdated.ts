import { encode } from '../../protocol/wire'
import { strings } from '../../strings'

/** For quick actions, the panel is hidden, so it must be shown first. */
const SHOW = encode({ kind: 'request', id: 'outdated', name: 'panel.show', params: {} }) as object

/** Returns the first script of the page as text. */
export const outdatedScript = (): string =>
  `(${refuseOutdated})(document.createElement('p'),'(?<=a)b',${JSON.stringify(strings.outdated)},${JSON.stringify(SHOW)})`

/**
 * Runs first in the page. In a browser older than the build target, it shows a message and stops the rest from starting. Its source
 * text is put into the page and must parse in any browser, so it is written in ES5 and uses nothing outside itself. The features
 * that it checks came with Chrome and Edge 111, Firefox 113 and Safari 16.4.
 */
function refuseOutdated(note: Element, pattern: string, sentence: string, show: object): void {
  try {
    // Safari supports lookbehind since 16.4, the others longer. Not a literal, which would be a syntax error in older browsers.
    // Chrome and Edge support `color-mix` since 111, Firefox since 113.
    if (new RegExp(pattern).test('ab') && CSS.supports('color', 'color-mix(in srgb, red, blue)')) return
  } catch (_error) {
    // An exception means outdated, too.
  }
  document.documentElement.setAttribute('data-outdated', '')
  note.setAttribute('role', 'alert')
  document.body.appendChild(note)
  note.textContent = sentence
  parent.postMessage({ pluginMessage: show }, '*')
}
