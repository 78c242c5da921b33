import frames from 'virtual:opening-shells'

/** A panel in two parts. */
export interface Opening {
  /** A page that can be typed in at once. */
  readonly html: string
  /** What makes it live, for whoever asks for it: `panel.load`. Empty where it is in the page. */
  readonly script: string
}

/**
 * The panel's page with its first view in it and its script taken out. A page goes to the panel as an address, every byte of it
 * through several hands, and nothing of it is seen before all of its script has run; a message is quick, and comes after.
 */
export function openingOf(page: string, hasKey: boolean): Opening {
  const tag = page.indexOf('<script type="module"')
  const start = page.indexOf('>', tag) + 1
  const end = page.indexOf('</script>', start)
  if (tag < 0 || end < 0) return { html: page, script: '' }
  const rest = page.slice(0, tag) + page.slice(end + '</script>'.length)
  const frame = hasKey ? frames.create : frames['first-run']
  return { html: rest.replace('<div id="panel"></div>', () => frame), script: page.slice(start, end) }
}
