import { ApiError, notModeled } from '../document/errors'

/**
 * Returns whether an address is in the manifest's `allowedDomains` (Figma doc: networkAccess). A pattern has an optional scheme, a host,
 * which may start with `*.`, and an optional path: a prefix if it ends with a slash, otherwise exact.
 */
export function isAllowed(address: string, allowedDomains: readonly string[]): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url !== null && allowedDomains.some((pattern) => matches(url, pattern))
}

function matches(url: URL, pattern: string): boolean {
  if (pattern === '*') return true
  if (pattern === 'none') return false
  const [, scheme, host = '', path = ''] = /^(?:([a-z]+):\/\/)?([^/]+)(\/.*)?$/.exec(pattern) ?? []
  if (scheme !== undefined && url.protocol !== `${scheme}:`) return false
  const rightHost = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.host === host
  if (!rightHost) return false
  if (path === '' || path === '/') return true
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path
}

/** The sandbox's `fetch`: refuses hosts that are not in the manifest, and has no network for the others. */
export async function fetchFromSandbox(address: string, allowedDomains: readonly string[]): Promise<never> {
  if (!isAllowed(address, allowedDomains)) {
    throw new ApiError(`fetch: "${address}" is not among the networkAccess.allowedDomains of the manifest`)
  }
  throw notModeled(`fetch of "${address}" from the sandbox`)
}
