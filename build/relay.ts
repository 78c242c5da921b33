/** The relay that the plugin is built for. */
export interface RelayAddress {
  /** Base URL for the panel's requests, with the secret path and without a trailing slash. */
  readonly base: string
  /** The origin in the manifest and in the panel's texts. */
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
