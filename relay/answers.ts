const ANY_ORIGIN = { 'access-control-allow-origin': '*' }

/** Prevents a file that is opened at the relay's address from being interpreted as another type or running scripts. */
const HARMLESS = {
  ...ANY_ORIGIN,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
}

/** How long a browser may cache a preflight, in seconds: a day (Chromium limits it to two hours). */
const PREFLIGHT_AGE = 86_400

/** The response headers that the panel uses, besides the content type. */
const PASSED_ON = [
  'x-rate-limit-reset-at-utc',
  'x-request-id',
  'x-cost',
  'x-remaining-credits',
  'x-generation-time',
]

/** Returns the response to a preflight for a route with this method. */
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

/** Returns an error response of the relay itself, in Segmind's format `{"error": message}`, which the panel can display. */
export function refusal(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ error: `Relay: ${message}` }), {
    status,
    headers: {
      ...HARMLESS,
      'access-control-expose-headers': PASSED_ON.join(', '),
      'cache-control': 'no-store',
      'content-type': 'application/json',
      ...headers,
    },
  })
}

/**
 * Returns the upstream response for the browser: with its status and body, and only the headers that the panel reads. Throws a
 * RangeError if a Response cannot have the upstream status (above 599).
 */
export function passOn(upstream: Response, host: 'api' | 'media'): Response {
  const headers = new Headers({
    ...HARMLESS,
    'access-control-expose-headers': PASSED_ON.join(', '),
    ...(host === 'api' && { 'cache-control': 'no-store' }),
  })
  for (const name of ['content-type', ...PASSED_ON]) {
    const value = upstream.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(upstream.body, { status: upstream.status, headers })
}
