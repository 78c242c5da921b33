import { direct } from './direct'
import { svgReply } from './output'
import type { ServedModel } from './parameters'
import { resultOf, statusOf, submit } from './queue'
import type { RouteName } from './recording'
import { errorReply, jsonReply, type Reply } from './reply'
import type { Call, KeyedAnswer, Service } from './service'

/** An endpoint. `host`: the API and the media files have different ones. */
export interface Route {
  readonly name: RouteName
  readonly host: 'api' | 'media'
  readonly method: 'GET' | 'POST'
  /** Matches the path without the query. The first group is the id. */
  readonly path: RegExp
  readonly answer: (service: Service, call: Call) => Reply | Promise<Reply>
}

/** Returns all endpoints of a service with these models. */
export const routesOf = (models: readonly ServedModel[]): readonly Route[] => [
  ...models.flatMap(({ id }): Route[] => [
    {
      name: 'submit',
      host: 'api',
      method: 'POST',
      path: new RegExp(`^/v2/(${id})$`),
      answer: withKey(submit),
    },
    {
      name: 'direct',
      host: 'api',
      method: 'POST',
      path: new RegExp(`^/v1/(${id})$`),
      answer: withKey(direct),
    },
  ]),
  {
    name: 'status',
    host: 'api',
    method: 'GET',
    path: /^\/v2\/requests\/([^/]+)\/status$/,
    answer: withKey(statusOf),
  },
  {
    name: 'result',
    host: 'api',
    method: 'GET',
    path: /^\/v2\/requests\/([^/]+)$/,
    answer: withKey(resultOf),
  },
  {
    name: 'credits',
    host: 'api',
    method: 'GET',
    path: /^\/v1\/get-user-credits$/,
    answer: withKey(creditsOf),
  },
  { name: 'media', host: 'media', method: 'GET', path: /^\/([^/]+)\.svg$/, answer: media },
]

/** Requires a known key and enforces the rate limit. A Bearer token does not count as a key. */
function withKey(answer: KeyedAnswer): Route['answer'] {
  return (service, call) => {
    const key = call.request.headers['x-api-key'] ?? ''
    if (!service.keys.has(key)) {
      return errorReply(401, key === '' ? 'API key is missing' : 'Invalid API key')
    }
    const admission = service.rateLimit.admit(key)
    if (!admission.admitted) {
      const resetAt = new Date(admission.resetAt).toISOString()
      return errorReply(429, 'Rate limit exceeded', { 'x-rate-limit-reset-at-utc': resetAt })
    }
    return answer(service, call, key)
  }
}

function creditsOf({ store }: Service, _call: Call, key: string): Reply {
  const { credits, freeCredits } = store.balance(key)
  return jsonReply(200, { credits, 'free-credits': freeCredits })
}

/** Serves a media file, whatever the current format of results, which may change between two requests. */
function media({ store, picture }: Service, { request, id }: Call): Reply {
  if (request.keySentToMedia) return errorReply(400, 'The API key must not be sent to the media host')
  const job = store.findMedia(id)
  return job === undefined
    ? errorReply(404, 'File not found')
    : svgReply(picture(job.parameters, job.variation))
}
