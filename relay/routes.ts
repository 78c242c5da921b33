import { MEDIA_HOSTS, type MediaHost } from '../src/segmind/hosts'

/** One address that the relay serves: its only method, and where it lives upstream. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly host: 'api' | MediaHost
  /** Path and query on that host; starts with a slash. */
  readonly target: string
}

/** The calls of the API (facts/segmind-api.md, "Two ways to call it" and "Credits and price"). */
const API = [
  { method: 'POST', path: /^\/v[12]\/recraft-v3-svg$/ },
  { method: 'GET', path: /^\/v2\/requests\/[A-Za-z0-9-]{1,64}(?:\/status)?$/ },
  { method: 'GET', path: /^\/v1\/get-user-credits$/ },
] as const

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
  const call = query === '' ? API.find((one) => one.path.test(path)) : undefined
  return call ? { method: call.method, host: 'api', target: path } : null
}
