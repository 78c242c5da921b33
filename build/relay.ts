/**
 * Reads the origin of the relay from the environment (`INKWRIGHT_RELAY=https://relay.example npm run build`); null without one.
 *
 * @throws Error if it is not an https URL. http is allowed for this machine, for trying out a relay.
 */
export function relayOrigin(text: string | undefined): string | null {
  if (!text) return null
  const { origin, protocol, hostname } = new URL(text)
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    throw new Error('INKWRIGHT_RELAY must begin with https://')
  return origin
}
