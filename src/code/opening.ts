import shells from 'virtual:opening-shells'

/** The panel, split into a page and what the page requests by `panel.load`. */
export interface Opening {
  /** A page with an input that already works, and only the styles of its first view. */
  readonly html: string
  /** The panel's script. If it is part of the page, script and styles are empty. */
  readonly script: string
  /** The styles of all views. */
  readonly styles: string
}

/**
 * Replaces the script of the panel's page by the opening shell of the first view, and its styles by those that this view uses.
 * Figma passes the page on as a URL, which is slow for large pages, and shows nothing until its whole script has run. A message
 * with the rest is faster, and arrives after the shell is visible.
 */
export function openingOf(page: string, hasKey: boolean): Opening {
  const style = element(page, '<style', '</style>')
  const script = element(page, '<script type="module"', '</script>')
  if (!style || !script) return { html: page, script: '', styles: '' }
  const shell = hasKey ? shells.create : shells['first-run']
  const html = page
    .replace(script.whole, '')
    .replace(style.content, () => shell.styles)
    .replace('<div id="panel"></div>', () => shell.html)
  return { html, script: script.content, styles: style.content }
}

/** The first element that starts and ends with these tags, or null. */
function element(page: string, opening: string, closing: string) {
  const start = page.indexOf(opening)
  const contentStart = page.indexOf('>', start) + 1
  const end = page.indexOf(closing, contentStart)
  if (start < 0 || end < 0) return null
  return { whole: page.slice(start, end + closing.length), content: page.slice(contentStart, end) }
}
