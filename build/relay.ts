/** The relay that a plugin is built with. */
export interface RelayAddress {
  /** What the panel calls, with the secret path and without a slash at the end. */
  readonly base: string
  /** What the manifest and the panel name. */
  readonly origin: string
}

/**
 * Reads the relay's address from the environment (`INKWRIGHT_RELAY=https://relay.example/SECRET npm run build`); null without one.
 *
 * @throws Error if it is not an https URL, or has a user name, a query or a hash. http is allowed for this machine, for trying
 * out a relay.
 */
export function relayAddress(text: string | undefined): RelayAddress | null {
  if (!text) return null
  const { origin, protocol, hostname, pathname, username, search, hash } = new URL(text)
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    throw new Error('INKWRIGHT_RELAY must begin with https://')
  if (username || search || hash) throw new Error('INKWRIGHT_RELAY is an origin and a path, and nothing else')
  return { base: origin + pathname.replace(/\/+$/, ''), origin }
}
