import { MEDIA_HOSTS, type MediaHost } from './hosts'
import { plainText } from './plain-text'

/** A media address: a path on an allowed host, or the name of a host that is not allowed. */
export type MediaAddress =
  /** `target`: path and query, beginning with a slash. */
  | { readonly type: 'allowed'; readonly host: MediaHost; readonly target: string }
  /** `host` is for showing only: plain text of at most 100 characters. */
  | { readonly type: 'foreign'; readonly host: string }

/**
 * Reads an address in any spelling that the service uses: `http:`, `//host`, `:443`, capitals and a dot after the host all
 * mean https on the default port. A user name before the host or another port makes it foreign.
 */
export function readMediaAddress(url: string): MediaAddress {
  const parts = /^(?:(https?):)?\/\/([^/?#]*)([^#]*)/i.exec(url.trim())
  if (!parts) return foreign(url)
  const [, scheme = 'https', authority = '', rest = ''] = parts
  const [, name = '', port = ''] = /^([^:@\\]*)(?::(\d*))?$/.exec(authority) ?? []
  const lowerName = name.toLowerCase().replace(/\.$/, '')
  const host = MEDIA_HOSTS.find((each) => each === lowerName)
  const isDefault = port === '' || Number(port) === 443 || (Number(port) === 80 && /^http$/i.test(scheme))
  if (!host || !isDefault) return foreign(`https://${authority}`)
  return { type: 'allowed', host, target: rest.startsWith('/') ? rest : `/${rest}` }
}

const foreign = (host: string): MediaAddress => ({ type: 'foreign', host: plainText(host, 100) })
