import { allowedSources } from './network-access'

/**
 * The Content-Security-Policy a plugin's panel lives under, derived from the manifest.
 *
 * Figma derives its own from `networkAccess`; where its exact text is not known this one is the stricter: no
 * eval, no WebAssembly, no scripts or styles from elsewhere, no workers from `blob:` (they fail in Figma, those
 * from `data:` work).
 *
 * @param manifest The parsed `manifest.json`.
 * @param extraConnect Further CSP sources for `connect-src`, for example a local stand-in. Given as they are.
 * @param devDomains Whether `networkAccess.devAllowedDomains` count too.
 * @returns The policy as the value of a header or of `<meta http-equiv>`.
 * @throws Error when a domain of the manifest is malformed or allows every host.
 */
export function contentSecurityPolicy(
  manifest: unknown,
  extraConnect: readonly string[] = [],
  devDomains = false,
): string {
  const sources = allowedSources(manifest, devDomains)
  const connect = [...sources, ...extraConnect]
  // Sockets serve connect-src only; in an image or font list they would be noise.
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
