import type { IncomingHttpHeaders } from 'node:http'
import type { RouteName } from './recording'
import type { Route } from './routes'

/** The API's host. */
export const API_HOST = 'api.segmind.com'
/** The host of the pictures (found in the service's SDK). */
export const MEDIA_HOST = 'images.segmind.com'
/** The host of pictures that the service passes on from the service behind it. */
export const PASSED_ON_HOST = 'replicate.delivery'

/** The target of a request. */
export interface Target {
  readonly hostHeader: string
  readonly host: 'api' | 'media'
  /** Without the query, and without the host prefix that the HTTP listener allows for media. */
  readonly path: string
}

/** Returns whether a request is for the API or a media file, by its Host header or its path. */
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

/** Returns the methods of a path; empty for an unknown path. */
export function methodsAt(routes: readonly Route[], target: Target): string[] {
  return routesAt(routes, target).map(({ method }) => method)
}

/** Returns the name of the first endpoint at a path, whatever its method; null for an unknown path. */
export function nameAt(routes: readonly Route[], target: Target): RouteName | null {
  return routesAt(routes, target)[0]?.name ?? null
}

function routesAt(routes: readonly Route[], { host, path }: Target): Route[] {
  return routes.filter((route) => route.host === host && route.path.test(path))
}

/** Returns the endpoint and the id in its path; null if there is none for this path and method. */
export function findRoute(
  routes: readonly Route[],
  target: Target,
  method: string,
): { route: Route; id: string } | null {
  const route = routesAt(routes, target).find((one) => one.method === method)
  if (route === undefined) return null
  return { route, id: route.path.exec(target.path)?.[1] ?? '' }
}
