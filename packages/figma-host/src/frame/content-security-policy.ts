import { allowedSources } from './network-access'

/**
 * Returns the Content-Security-Policy of a plugin's panel, derived from the manifest.
 * Figma derives its own from `networkAccess`. Where its exact text is unknown, this one is stricter: no eval, no WebAssembly, no scripts or
 * styles from elsewhere, and no workers from `blob:` (they fail in Figma; those from `data:` work).
 * @param manifest The parsed `manifest.json`.
 * @param extraConnect Further CSP sources for `connect-src`, for example a local stand-in. Used unchanged.
 * @param devDomains Whether to include `networkAccess.devAllowedDomains`.
 * @returns The policy as the value of a header or of `<meta http-equiv>`.
 * @throws Error if a domain of the manifest is malformed or allows every host.
 */
export function contentSecurityPolicy(
  manifest: unknown,
  extraConnect: readonly string[] = [],
  devDomains = false,
): string {
  const sources = allowedSources(manifest, devDomains)
  const connect = [...sources, ...extraConnect]
  // WebSocket addresses only matter for connect-src.
  const media = ['data:', 'blob:', ...sources.filter((source) => source.startsWith('http'))].join(' ')
  return [
    'default-src data: blob:',
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    `connect-src ${connect.length === 0 ? "'none'" : connect.join(' ')}`,
    `img-src ${media}`,
    `media-src ${media}`,
    `font-src ${media}`,
    'worker-src data:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
