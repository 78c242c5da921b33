const ANY_ORIGIN = { 'access-control-allow-origin': '*' }

/** How long a browser may remember a preflight, in seconds: a day (Chromium caps it at two hours). */
const PREFLIGHT_AGE = 86_400

/** The headers of Segmind's answer that the panel uses, besides the content type. */
const PASSED_ON = [
  'x-rate-limit-reset-at-utc',
  'x-request-id',
  'x-cost',
  'x-remaining-credits',
  'x-generation-time',
]

/** Answers a preflight for an address that takes this method. */
export function preflight(method: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...ANY_ORIGIN,
      'access-control-allow-methods': method,
      'access-control-allow-headers': 'x-api-key, content-type',
      'access-control-max-age': String(PREFLIGHT_AGE),
    },
  })
}

/** The relay's own no, in Segmind's error envelope `{"error": message}`, so that the panel can show it as it is. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ error: `Relay: ${message}` }), {
    status,
    headers: {
      ...ANY_ORIGIN,
      'cache-control': 'no-store',
      'content-type': 'application/json',
      ...headers,
    },
  })
}

/**
 * The upstream answer for the browser: status and body as they are, of the headers only those that the panel reads.
 * Throws a RangeError where the upstream status is none that a Response can carry (above 599).
 */
export function passOn(upstream: Response, host: 'api' | 'media'): Response {
  const headers = new Headers({
    ...ANY_ORIGIN,
    'access-control-expose-headers': PASSED_ON.join(', '),
    ...(host === 'api' && { 'cache-control': 'no-store' }),
  })
  for (const name of ['content-type', ...PASSED_ON]) {
    const value = upstream.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(upstream.body, { status: upstream.status, headers })
}
