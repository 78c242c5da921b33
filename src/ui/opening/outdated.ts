import { encode } from '../../protocol/wire'
import { strings } from '../../strings'

/** Quick actions open the panel unseen: there, too, the sentence is to be seen. */
const SHOW = encode({ kind: 'request', id: 'outdated', name: 'panel.show', params: {} }) as object

/** The first script of the page, as text. */
export const outdatedScript = (): string =>
  `(${refuseOutdated})(document.createElement('p'),'(?<=a)b',${JSON.stringify(strings.outdated)},${JSON.stringify(SHOW)})`

/**
 * Runs before everything else in the page: in a browser that is older than what the panel is built for, it shows a sentence, and
 * nothing else starts. Its text is put into the page and must be readable to any browser, so it is written in the JavaScript of 2009
 * and uses nothing of its surroundings. What it looks for came with Chrome and Edge 111, Firefox 113 and Safari 16.4.
 */
function refuseOutdated(note: Element, pattern: string, sentence: string, show: object): void {
  try {
    // Safari reads this pattern since 16.4, the others for longer. As a text: older ones could not read a script with it as a literal.
    // Chrome and Edge have `color-mix` since 111, Firefox since 113.
    if (new RegExp(pattern).test('ab') && CSS.supports('color', 'color-mix(in srgb, red, blue)')) return
  } catch (_error) {
    // Outdated, too.
  }
  document.documentElement.setAttribute('data-outdated', '')
  note.setAttribute('role', 'alert')
  document.body.appendChild(note)
  note.textContent = sentence
  parent.postMessage({ pluginMessage: show }, '*')
}
