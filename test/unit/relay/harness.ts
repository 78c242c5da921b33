import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { createRelay, type RelayOptions } from '../../../relay/handler'
import { startRelay } from '../../../relay/node'

export const ID = '4dff3f5e-3f0c-4b5a-9d0f-0f3c7f6a1c11'
export const EXPOSED =
  'x-rate-limit-reset-at-utc, x-request-id, x-cost, x-remaining-credits, x-generation-time'

/** All addresses that the relay serves, with their methods and targets. */
export const ADDRESSES = [
  ['POST', '/v2/recraft-v3-svg', 'https://api.segmind.com/v2/recraft-v3-svg'],
  ['POST', '/v1/recraft-v3-svg', 'https://api.segmind.com/v1/recraft-v3-svg'],
  ['GET', `/v2/requests/${ID}/status`, `https://api.segmind.com/v2/requests/${ID}/status`],
  ['GET', `/v2/requests/${ID}`, `https://api.segmind.com/v2/requests/${ID}`],
  ['GET', '/v1/get-user-credits', 'https://api.segmind.com/v1/get-user-credits'],
  ['GET', '/images.segmind.com/out/a-1.svg', 'https://images.segmind.com/out/a-1.svg'],
  ['GET', '/replicate.delivery/xezq/a_1/out.svg', 'https://replicate.delivery/xezq/a_1/out.svg'],
] as const

const open: { close(): Promise<void> }[] = []

/** Closes what the test opened, newest first. For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const one of open.splice(0).reverse()) await one.close()
}

/** Makes `closeAll` close this. */
export function closedLater<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one)
  return one
}

/** A clock that advances by a minute on each call, so that the rate limit is never reached. */
function minutes(): () => number {
  let minute = 0
  return () => 60_000 * ++minute
}

/** Opens a relay that listens. `handled`: the requests to its handler, and its responses. */
export async function openRelay(options: Partial<RelayOptions>) {
  const relay = createRelay({ secret: null, now: minutes(), ...options })
  const handled: { readonly request: Request; readonly answer: Promise<Response> }[] = []
  const handler = (request: Request) => {
    const answer = relay(request)
    handled.push({ request, answer })
    return answer
  }
  return { ...closedLater(await startRelay({ port: 0, handler })), handled }
}

/** A relay without a network: what it sends is recorded and answered with `answer`. */
export function recordingRelay(
  answer: () => Response | Promise<Response> = () => new Response('{}'),
  options: Partial<RelayOptions> = {},
) {
  const sent: { readonly url: string; readonly init: RequestInit }[] = []
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    sent.push({ url: String(url), init })
    return await answer()
  }
  return { fetch, sent, relay: createRelay({ secret: null, fetch, now: minutes(), ...options }) }
}

/** Sends the target unchanged, which `fetch` would normalize. */
export function rawRequest(
  origin: string,
  method: string,
  target: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method, path: target, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject).end(body)
  })
}

/** A promise that the test resolves. */
export function deferred(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
