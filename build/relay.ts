/**
 * The origin of the relay that the environment names (`INKWRIGHT_RELAY=https://relay.example npm run build`), or null.
 *
 * @throws Error for what is no https origin. http is allowed on this machine, to try a relay out.
 */
export function relayOrigin(text: string | undefined): string | null {
  if (!text) return null
  const { origin, protocol, hostname } = new URL(text)
  const isLocal = hostname === '127.0.0.1' || hostname === 'localhost'
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    throw new Error('INKWRIGHT_RELAY must begin with https://')
  return origin
}
