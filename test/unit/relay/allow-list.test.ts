import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { ADDRESSES, closeAll, ID, openRelay, rawRequest, recordingRelay } from './harness'

afterAll(closeAll)

/** Parts of valid addresses and of attacks, combined at random. */
const piece = fc.oneof(
  fc.constantFrom('v1', 'v2', 'requests', 'status', 'recraft-v3-svg', 'get-user-credits', ID, 'a.svg'),
  fc.constantFrom(...'images.segmind.com api.segmind.com evil.example user:pw@evil.example @ :80'.split(' ')),
  fc.constantFrom(...'. .. %2e %2E%2e .%2e %2f %2F..%2f %5c \\ %252e %00 %0d%0a'.split(' ')),
  fc.constantFrom('', '/', '//', '?', '#', ';', 'http://evil.example', '%c0%af', '%ff', '*', '~'),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[^\x21-\x7e]/g, '')),
)
const glue = fc.constantFrom('/', '/', '/', '/', '', '//', '\\', '%2f')
const good = fc.constantFrom(...ADDRESSES.map(([, path]) => path), '/images.segmind.com/out/a%20b.svg?x=1')
const random = fc
  .array(fc.tuple(glue, piece), { minLength: 1, maxLength: 7 })
  .map((parts) => `/${parts.flat().join('').replace(/^\//, '')}`)
const target = fc.oneof(
  { weight: 2, arbitrary: good },
  { weight: 3, arbitrary: random },
  { weight: 2, arbitrary: fc.tuple(good, random).map(([start, rest]) => start + rest) },
  { weight: 1, arbitrary: random.map((rest) => `/images.segmind.com${rest}`) },
)
const method = fc.constantFrom(...'GET GET POST POST PUT DELETE HEAD PATCH OPTIONS PURGE'.split(' '))

/** Returns why a request must not leave the relay; null if it may. Implemented differently than the relay. */
function objection({ url, init }: { url: string; init: RequestInit }): string | null {
  if (!/^https:\/\/((api|images)\.segmind\.com|replicate\.delivery)\//.test(url)) return 'another host'
  if (init.redirect !== 'manual') return 'follows redirects'
  const parsed = new URL(url)
  if (parsed.href !== url) return 'the address is not what it seems'
  const headers = [...new Headers(init.headers).keys()]
  const [, ...segments] = parsed.pathname.split('/')
  if (parsed.host !== 'api.segmind.com') {
    if (init.method !== 'GET' || init.body) return 'more than a GET for media'
    if (headers.some((name) => name !== 'accept')) return `headers to media: ${headers}`
    const odd = segments.find((one) => one === '' || /^\.+$|[/\\%@:]|[^\x20-\x7e]/.test(decoded(one)))
    return odd === undefined ? null : `media segment ${odd}`
  }
  if (parsed.search !== '') return 'a query to the API'
  if (headers.some((name) => !['x-api-key', 'content-type'].includes(name))) return `headers: ${headers}`
  const [version, kind, id = '', last] = segments
  const call = `${init.method} ${version}/${kind}`
  if (segments.length === 2) {
    const calls = ['POST v1/recraft-v3-svg', 'POST v2/recraft-v3-svg', 'GET v1/get-user-credits']
    return calls.includes(call) ? null : call
  }
  if (call !== 'GET v2/requests' || segments.length > 4) return call
  if (!/^[\dA-Za-z-]+$/.test(id) || id.length > 64) return `id ${id}`
  return last === undefined || last === 'status' ? null : `/${last}`
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return '/'
  }
}

const HEADERS = { 'x-api-key': 'SG_0', 'content-type': 'application/json', cookie: 'a=b', 'x-evil': '1' }
const SERVED = [200, 204, 404, 405]
/** Run first, because otherwise a relay that refuses everything would pass. */
const examples = ADDRESSES.map(([method, path]): [string, string] => [method, path])

it('for any request, only addresses on the allow-list are forwarded by the handler', async () => {
  const { relay, sent } = recordingRelay()
  await fc.assert(
    fc.asyncProperty(method, target, async (method, target) => {
      const before = sent.length
      const body = method === 'POST' ? '{}' : null
      const answer = await relay(new Request(`http://relay${target}`, { method, headers: HEADERS, body }))
      expect(SERVED).toContain(answer.status)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(sent.length - before).toBe(answer.status === 200 ? 1 : 0)
      expect(sent.slice(before).map(objection)).toEqual(sent.slice(before).map(() => null))
    }),
    { numRuns: 800, examples },
  )
  expect(sent.length).toBeGreaterThanOrEqual(examples.length)
})

it('for any request over HTTP, the original address is forwarded, without prior normalization', async () => {
  const { fetch, sent } = recordingRelay()
  const relay = await openRelay({ fetch })
  await fc.assert(
    fc.asyncProperty(method, target, async (method, target) => {
      const before = sent.length
      const answer = await rawRequest(relay.origin, method, target, { headers: HEADERS })
      expect(SERVED).toContain(answer.status)
      for (const request of sent.slice(before)) {
        expect(objection(request)).toBeNull()
        expect(`/${request.url.replace(/^https:\/\/(api\.segmind\.com\/)?/, '')}`).toBe(target)
      }
    }),
    { numRuns: 150, examples },
  )
  expect(sent.length).toBeGreaterThanOrEqual(examples.length)
})
