import { MEDIA_HOSTS, type MediaHost } from '../src/segmind/hosts'
import { MODELS } from '../src/segmind/models'

/** One address that the relay serves: its only method, and where it lives upstream. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly host: 'api' | MediaHost
  /** Path and query on that host; starts with a slash. */
  readonly target: string
}

/** Where pictures are asked for. */
const SUBMITS = MODELS.flatMap(({ paths }) => [paths.queue, paths.direct])

/** The other calls of the API. */
const READS = [/^\/v2\/requests\/[A-Za-z0-9-]{1,64}(?:\/status)?$/, /^\/v1\/get-user-credits$/]

// A name may hold encoded printable ASCII (a space, say), but none of the characters that another server could
// decode into a step to elsewhere: dot, slash, backslash, percent sign.
const SEGMENT = String.raw`(?!\.{1,2}(?:/|$))(?:[\w.~()+,=-]|%(?!2[EeFf5]|5[Cc]|7[Ff])[2-7][\dA-Fa-f])+`
const MEDIA = MEDIA_HOSTS.map((host) => ({
  host,
  path: new RegExp(`^/${host.replaceAll('.', '\\.')}((?:/${SEGMENT})+)$`),
}))

/**
 * The whole allow-list: the route of a path, or null for everything that is not on it. `query` is empty or starts
 * with a question mark. No call of the API takes one; a media address keeps its own, which may be a signature.
 */
export function routeOf(path: string, query: string): Route | null {
  for (const media of MEDIA) {
    const target = media.path.exec(path)?.[1]
    if (target !== undefined) return { method: 'GET', host: media.host, target: target + query }
  }
  if (query !== '') return null
  if (SUBMITS.includes(path)) return { method: 'POST', host: 'api', target: path }
  return READS.some((read) => read.test(path)) ? { method: 'GET', host: 'api', target: path } : null
}
