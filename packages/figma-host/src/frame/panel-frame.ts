import { contentSecurityPolicy } from './content-security-policy'
import { allowedDomains, allowsOrigin } from './network-access'
import { nonPlainPart } from './plain-data'
import { prelude, redirectFetch } from './prelude'
import { type RelaySettings, relay } from './relay'
import { type PanelTheme, themeStyle } from './theme'

/** What {@link panelFrame} needs to know. */
export interface PanelFrameOptions {
  /** The plugin's `ui.html`, as `figma.showUI` received it. */
  readonly html: string
  /** The parsed `manifest.json`. */
  readonly manifest: unknown
  /** The editor's theme, or null for a panel opened without `themeColors: true`. */
  readonly theme: PanelTheme | null
  /** From an origin the manifest allows to an address on this machine that takes its place. For interactive use. */
  readonly redirects?: Readonly<Record<string, string>>
  /** Whether the manifest's `devAllowedDomains` are allowed too. */
  readonly devDomains?: boolean
}

/** Chromium silently refuses to load a longer data: URL (`url::kMaxURLChars`). In characters. */
const longestDataUrl = 2 * 1024 * 1024

/**
 * What the panel may do. Scripts, of course. `allow-forms` since without it a form does not even fire `submit`;
 * where a form leads is closed by `form-action 'none'`. Links open in a tab of their own, free of this sandbox,
 * and files can be saved, as in Figma. Never `allow-same-origin`: the panel's origin is `null`.
 */
const sandbox = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'

/** JSON that can stand in an inline script: no `</script>` and no `<!--` can occur in it. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** An inline script that calls functions given by their text. `__name` is what some bundlers wrap functions in. */
function script(call: string): string {
  return `<script>{const __name=(f)=>f;${call}}</script>`
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** @throws Error when the document is too long for Chromium to load. */
function dataUrl(html: string): string {
  const bytes = new TextEncoder().encode(html)
  let binary = ''
  // In slices: a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  const url = `data:text/html;charset=utf-8;base64,${btoa(binary)}`
  if (url.length > longestDataUrl)
    throw new Error(
      `The panel's html has ${bytes.length} bytes: as a data: URL of ${url.length} characters it would never load (limit ${longestDataUrl})`,
    )
  return url
}

/**
 * Checks the redirects and returns the CSP sources of their targets.
 *
 * @throws Error when the manifest does not allow an origin, or when a target is not on this machine: a redirect
 * carries the user's key.
 */
function redirectSources(options: PanelFrameOptions): readonly string[] {
  const domains = allowedDomains(options.manifest, options.devDomains)
  return Object.entries(options.redirects ?? {}).map(([from, to]) => {
    if (new URL(from).origin !== from) throw new Error(`A redirect starts from an origin, not from "${from}"`)
    if (!allowsOrigin(domains, from))
      throw new Error(`The manifest does not allow ${from}: it cannot be redirected`)
    const { protocol, hostname, origin, pathname, search, hash } = new URL(to)
    const local = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    if (!local || !protocol.startsWith('http') || search !== '' || hash !== '')
      throw new Error(`A redirect leads to an address on this machine, not to "${to}"`)
    return origin + (pathname.endsWith('/') ? pathname : `${pathname}/`)
  })
}

/** The panel's own document, as Figma writes it: styles first, then the plugin's html, whose doctype is then void. */
function innerDocument({ html, theme, redirects = {} }: PanelFrameOptions): string {
  const look =
    theme === null
      ? '<html><head>'
      : `<html class="figma-${theme}"><head><style id="figma-style">${themeStyle(theme)}</style>`
  const redirecting =
    Object.keys(redirects).length === 0 ? '' : script(`(${redirectFetch})(${scriptJson(redirects)})`)
  return look + script(`(${prelude})()`) + redirecting + html
}

/**
 * The document that stands between an editor and a plugin's panel: give it to an iframe's `srcdoc`.
 *
 * It sets the panel's Content-Security-Policy and holds the panel as a `data:` document of origin `null`, the way
 * Figma nests them, so that storage, secure-context APIs and every host outside the manifest are out of reach.
 * What it sends and takes by `postMessage` is written down in `FromPanel` and `ToPanel`.
 *
 * @throws Error when the html is too large to load (about 1.5 MB), the manifest names a malformed domain, or a
 * redirect starts from an origin the manifest does not allow or leads off this machine.
 */
export function panelFrame(options: PanelFrameOptions): string {
  const policy = contentSecurityPolicy(options.manifest, redirectSources(options), options.devDomains)
  const settings: RelaySettings = {
    theme: options.theme,
    styles: { light: themeStyle('light'), dark: themeStyle('dark') },
  }
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<title>Plugin frame</title>
<style>html, body { height: 100%; margin: 0; overflow: hidden } iframe { display: block; width: 100%; height: 100%; border: 0 }</style>
</head>
<body>
<iframe title="Plugin" sandbox="${sandbox}" src="${dataUrl(innerDocument(options))}"></iframe>
${script(`(${relay})(${scriptJson(settings)}, ${nonPlainPart})`)}
</body>
</html>`
}
