import { contentSecurityPolicy } from './content-security-policy'
import { allowedDomains, allowsOrigin } from './network-access'
import { nonPlainPart } from './plain-data'
import { prelude, redirectFetch } from './prelude'
import { type RelaySettings, relay } from './relay'
import { type PanelTheme, themeStyle } from './theme'

/** Options of {@link panelFrame}. */
export interface PanelFrameOptions {
  /** The plugin's `ui.html`, as passed to `figma.showUI`. */
  readonly html: string
  /** The parsed `manifest.json`. */
  readonly manifest: unknown
  /** The editor's theme; null for a panel opened without `themeColors: true`. */
  readonly theme: PanelTheme | null
  /** Maps origins that the manifest allows to addresses on this machine that replace them. For interactive use. */
  readonly redirects?: Readonly<Record<string, string>>
  /** Whether to allow the manifest's `devAllowedDomains`. */
  readonly devDomains?: boolean
}

/** Maximum length of a data: URL in characters: Chromium silently refuses longer ones (`url::kMaxURLChars`). */
const maxDataUrlLength = 2 * 1024 * 1024

/**
 * Permissions of the panel's frame. Without `allow-forms`, a form would not even fire `submit`; submitting is blocked by `form-action
 * 'none'`. Links open in a separate tab outside this sandbox, and files can be saved, as in Figma. Never `allow-same-origin`, because the
 * panel's origin is `null`.
 */
const sandbox = 'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'

/** Returns JSON that is safe in an inline script, without `</script>` and `<!--`. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Returns an inline script that calls functions given as text. Some bundlers wrap functions in `__name`. */
function script(call: string): string {
  return `<script>{const __name=(f)=>f;${call}}</script>`
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

/** @throws Error if the document is too long for Chromium to load. */
function dataUrl(html: string): string {
  const bytes = new TextEncoder().encode(html)
  let binary = ''
  // In slices, because the number of arguments of a call is limited.
  for (let start = 0; start < bytes.length; start += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  const url = `data:text/html;charset=utf-8;base64,${btoa(binary)}`
  if (url.length > maxDataUrlLength)
    throw new Error(
      `The panel's html has ${bytes.length} bytes: as a data: URL of ${url.length} characters it would never load (limit ${maxDataUrlLength})`,
    )
  return url
}

/**
 * Validates the redirects and returns the CSP sources of their targets.
 * @throws Error if the manifest does not allow an origin, or if a target is not on this machine, because the redirected requests contain
 * the user's key.
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

/** Returns the panel's own document as Figma writes it: styles first, then the plugin's HTML, so that its doctype has no effect. */
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
 * Returns the document between an editor and a plugin's panel, for an iframe's `srcdoc`.
 * It sets the panel's Content-Security-Policy and contains the panel as a `data:` document with origin `null`, nested like in Figma, so
 * that it has no access to storage, secure-context APIs, or hosts that are not in the manifest. `FromPanel` and `ToPanel` describe its
 * messages.
 * @throws Error if the HTML is too large to load (about 1.5 MB), the manifest has a malformed domain, or a redirect starts from an origin
 * that the manifest does not allow or leads to another machine.
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
