import type { IncomingHttpHeaders } from 'node:http'
import type { RouteName } from './recording'
import type { Route } from './routes'

/** Where the API answers. */
export const API_HOST = 'api.segmind.com'
/** Where the pictures lie (read in the service's SDK). */
export const MEDIA_HOST = 'images.segmind.com'
/** Where they lie as well when the service passes on what it got from behind it. */
export const PASSED_ON_HOST = 'replicate.delivery'

/** What a request is addressed to. */
export interface Target {
  readonly hostHeader: string
  readonly host: 'api' | 'media'
  /** Without the query, and without the host prefix that the plain listener allows for media. */
  readonly path: string
}

/** Tells the API and the media files apart, by the Host header or the path. */
export function targetOf(headers: IncomingHttpHeaders, url: string): Target {
  const hostHeader = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
  const path = url.split('?', 1)[0] ?? '/'
  for (const mediaHost of [MEDIA_HOST, PASSED_ON_HOST]) {
    if (hostHeader === mediaHost) return { hostHeader, host: 'media', path }
    const prefix = `/${mediaHost}/`
    if (hostHeader !== API_HOST && path.startsWith(prefix))
      return { hostHeader, host: 'media', path: path.slice(prefix.length - 1) }
  }
  return { hostHeader, host: 'api', path }
}

/** The methods that a path takes; none for an unknown path. */
export function methodsAt(routes: readonly Route[], target: Target): string[] {
  return routesAt(routes, target).map(({ method }) => method)
}

/** The name of the first endpoint at a path, whatever its method; null for an unknown path. */
export function nameAt(routes: readonly Route[], target: Target): RouteName | null {
  return routesAt(routes, target)[0]?.name ?? null
}

function routesAt(routes: readonly Route[], { host, path }: Target): Route[] {
  return routes.filter((route) => route.host === host && route.path.test(path))
}

/** The endpoint and the id in its path; null where there is none for path and method. */
export function findRoute(
  routes: readonly Route[],
  target: Target,
  method: string,
): { route: Route; id: string } | null {
  const route = routesAt(routes, target).find((one) => one.method === method)
  if (route === undefined) return null
  return { route, id: route.path.exec(target.path)?.[1] ?? '' }
}
