import { MEDIA_HOSTS, type MediaHost } from '../src/segmind/hosts'
import { MODELS } from '../src/segmind/models'

/** An allowed request: its method and where it is forwarded to. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly host: 'api' | MediaHost
  /** Path and query on that host; starts with a slash. */
  readonly target: string
  /** How long the whole answer may take, in ms: somewhat longer than the panel waits. */
  readonly timeout: number
}

/** Maximum number of characters of path and query. Signed media addresses have about 1500. */
const MAX_LENGTH = 4096

/** The direct call only responds when the picture has been drawn. */
const TIMEOUT = { direct: 310_000, others: 70_000 }

/** Paths that request pictures. */
const QUEUES = MODELS.map(({ paths }) => paths.queue)
const DIRECT = MODELS.map(({ paths }) => paths.direct)

/** The other API calls. */
const READS = [/^\/v2\/requests\/[A-Za-z0-9-]{1,64}(?:\/status)?$/, /^\/v1\/get-user-credits$/]

// A name may contain encoded printable ASCII, such as a space, but no characters that another server could decode into a path
// traversal: dot, slash, backslash, percent sign.
const SEGMENT = String.raw`(?!\.{1,2}(?:/|$))(?:[\w.~()+,=-]|%(?!2[EeFf5]|5[Cc]|7[Ff])[2-7][\dA-Fa-f])+`
const MEDIA = MEDIA_HOSTS.map((host) => ({
  host,
  path: new RegExp(`^/${host.replaceAll('.', '\\.')}((?:/${SEGMENT})+)$`),
}))

/**
 * Returns the route for a path; null if it is not on the allow-list. `query` is empty or starts with a question mark. API calls
 * must not have one; media URLs keep theirs, which may be a signature.
 */
export function routeOf(path: string, query: string): Route | null {
  if (path.length + query.length > MAX_LENGTH) return null
  const timeout = TIMEOUT.others
  for (const media of MEDIA) {
    const target = media.path.exec(path)?.[1]
    if (target !== undefined) return { method: 'GET', host: media.host, target: target + query, timeout }
  }
  if (query !== '') return null
  if (DIRECT.includes(path)) return { method: 'POST', host: 'api', target: path, timeout: TIMEOUT.direct }
  if (QUEUES.includes(path)) return { method: 'POST', host: 'api', target: path, timeout }
  return READS.some((read) => read.test(path)) ? { method: 'GET', host: 'api', target: path, timeout } : null
}
