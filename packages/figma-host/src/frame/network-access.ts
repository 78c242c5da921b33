/** One entry of `networkAccess.allowedDomains`, taken apart. */
interface DomainPattern {
  readonly scheme: 'http' | 'https' | 'ws' | 'wss'
  /** Host name, lower case, with `*.` in front where subdomains are meant. */
  readonly host: string
  /** Decimal port, or '' for the scheme's own. */
  readonly port: string
  /** '' for the whole host, else a path: with a trailing slash a prefix, without one exactly that file. */
  readonly path: string
}

const patternSyntax =
  /^(?:(https?|wss?):\/\/)?((?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?((?:\/[a-z0-9._~!$&'()*+=:@%-]*)*)$/i

/**
 * Takes one domain pattern of a manifest apart.
 *
 * A pattern without a scheme means https here: Figma lets it stand for both, so this is the stricter reading.
 * Source of the grammar: https://developers.figma.com/docs/plugins/manifest, "networkAccess".
 *
 * @throws Error when the pattern is malformed or allows every host.
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

/** Writes a pattern as a CSP host source. A path of `/` alone is a prefix that matches everything, as in CSP. */
function cspSource({ scheme, host, port, path }: DomainPattern): string {
  return `${scheme}://${host}${port === '' ? '' : `:${port}`}${path}`
}

/** The strings under `key`, checked. A missing list is empty. */
function domainList(access: object, key: string): readonly string[] {
  const list: unknown = Reflect.get(access, key)
  if (list === undefined) return []
  if (!Array.isArray(list) || !list.every((entry) => typeof entry === 'string'))
    throw new Error(`networkAccess.${key} is not a list of domains`)
  return list
}

/**
 * The hosts a manifest allows.
 *
 * A manifest without `networkAccess` may reach every host in Figma. Here it may reach none: a plugin that is
 * not told to need the network must not use it.
 *
 * @param manifest The parsed `manifest.json`.
 * @param devDomains Whether `devAllowedDomains` count too, as they do for a plugin under development.
 * @throws Error when a domain is malformed, when `*` allows everything, or when `none` is not alone.
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

/** The CSP host sources of the hosts a manifest allows. Parameters and errors as for {@link allowedDomains}. */
export function allowedSources(manifest: unknown, devDomains = false): readonly string[] {
  return allowedDomains(manifest, devDomains).map(cspSource)
}

/**
 * Whether the manifest lets the panel reach all of an origin, not just a path of it.
 *
 * @param origin As `URL.origin` writes it, for example `https://api.segmind.com`.
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
