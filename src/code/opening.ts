import shells from 'virtual:opening-shells'

/** The panel, split into a page and its script. */
export interface Opening {
  /** A page that already accepts typing. */
  readonly html: string
  /** The panel's script, which the page requests by `panel.load`. Empty if it is part of the page. */
  readonly script: string
}

/**
 * Replaces the script of the panel's page by the opening shell of the first view. Figma passes the page on as a URL, which is
 * slow for large pages, and shows nothing until its whole script has run. A message with the script is faster, and arrives
 * after the shell is visible.
 */
export function openingOf(page: string, hasKey: boolean): Opening {
  const tag = page.indexOf('<script type="module"')
  const start = page.indexOf('>', tag) + 1
  const end = page.indexOf('</script>', start)
  if (tag < 0 || end < 0) return { html: page, script: '' }
  const rest = page.slice(0, tag) + page.slice(end + '</script>'.length)
  const shell = hasKey ? shells.create : shells['first-run']
  return { html: rest.replace('<div id="panel"></div>', () => shell), script: page.slice(start, end) }
}
