/** A parsed entry of `networkAccess.allowedDomains`. */
interface DomainPattern {
  readonly scheme: 'http' | 'https' | 'ws' | 'wss'
  /** Host name in lowercase. Starts with `*.` if it includes subdomains. */
  readonly host: string
  /** Decimal port; '' for the scheme's default. */
  readonly port: string
  /** '' for the whole host, otherwise a path: a prefix if it ends with a slash, otherwise that exact file. */
  readonly path: string
}

const patternSyntax =
  /^(?:(https?|wss?):\/\/)?((?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?((?:\/[a-z0-9._~!$&'()*+=:@%-]*)*)$/i

/**
 * Parses a domain pattern of a manifest.
 * A pattern without a scheme means https here. In Figma it means both, so this is stricter. Source of the grammar:
 * https://developers.figma.com/docs/plugins/manifest, "networkAccess".
 * @throws Error if the pattern is malformed or allows every host.
 */
function parsePattern(pattern: string): DomainPattern {
  const match = patternSyntax.exec(pattern)
  if (match === null || pattern === 'none') throw new Error(`"${pattern}" is not a domain of the manifest`)
  const [, scheme = 'https', host = '', port = '', path = ''] = match
  const bare = host.replace(/^\*\./, '')
  if (host.includes('..') || Number(port) > 65535)
    throw new Error(`"${pattern}" is not a domain of the manifest`)
  if (host.startsWith('*.') && !bare.includes('.'))
    throw new Error(`"${pattern}" allows every host of a top-level domain`)
  return { scheme: scheme.toLowerCase() as DomainPattern['scheme'], host: host.toLowerCase(), port, path }
}

/** Returns a pattern as a CSP host source. The path `/` is a prefix that matches everything, as in CSP. */
function cspSource({ scheme, host, port, path }: DomainPattern): string {
  return `${scheme}://${host}${port === '' ? '' : `:${port}`}${path}`
}

/** Returns the strings under `key`, validated. Empty if there is no such list. */
function domainList(access: object, key: string): readonly string[] {
  const list: unknown = Reflect.get(access, key)
  if (list === undefined) return []
  if (!Array.isArray(list) || !list.every((entry) => typeof entry === 'string'))
    throw new Error(`networkAccess.${key} is not a list of domains`)
  return list
}

/**
 * Returns the hosts that a manifest allows.
 * In Figma, a manifest without `networkAccess` allows every host. Here it allows none: a plugin has to declare that it uses the network.
 * @param manifest The parsed `manifest.json`.
 * @param devDomains Whether to include `devAllowedDomains`, as for a plugin in development.
 * @throws Error if a domain is malformed, if `*` allows everything, or if `none` is not the only entry.
 */
export function allowedDomains(manifest: unknown, devDomains = false): readonly DomainPattern[] {
  if (typeof manifest !== 'object' || manifest === null) throw new Error('The manifest is not an object')
  const access: unknown = Reflect.get(manifest, 'networkAccess')
  if (access === undefined) return []
  if (typeof access !== 'object' || access === null) throw new Error('networkAccess is not an object')
  const allowed = domainList(access, 'allowedDomains')
  if (allowed.includes('none') && allowed.length > 1)
    throw new Error('"none" stands beside other domains in networkAccess.allowedDomains')
  const named = allowed.filter((pattern) => pattern !== 'none')
  return [...named, ...(devDomains ? domainList(access, 'devAllowedDomains') : [])].map(parsePattern)
}

/** Returns the CSP host sources of the hosts that a manifest allows. Parameters and errors as for {@link allowedDomains}. */
export function allowedSources(manifest: unknown, devDomains = false): readonly string[] {
  return allowedDomains(manifest, devDomains).map(cspSource)
}

/**
 * Returns whether the manifest allows a whole origin, not just a path of it.
 * @param origin As in `URL.origin`, for example `https://api.segmind.com`.
 */
export function allowsOrigin(domains: readonly DomainPattern[], origin: string): boolean {
  const { protocol, hostname, port } = new URL(origin)
  return domains.some((domain) => {
    const sameHost = domain.host.startsWith('*.')
      ? hostname.endsWith(domain.host.slice(1))
      : hostname === domain.host
    const wholeHost = domain.path === '' || domain.path === '/'
    return `${domain.scheme}:` === protocol && sameHost && domain.port === port && wholeHost
  })
}
