import { afterEach, describe, expect, it } from 'vitest'
import { startStandIn } from '../../src'
import { closeHarnesses, openHarness, rawRequest } from './harness'

afterEach(closeHarnesses)

const preflight = (method: string, headers: string) => ({
  origin: 'null',
  'access-control-request-method': method,
  'access-control-request-headers': headers,
})

describe('CORS', () => {
  it.each([
    ['/v2/recraft-v3-svg', 'POST'],
    ['/v1/recraft-v3-svg', 'POST'],
    ['/v2/requests/x/status', 'GET'],
    ['/v1/get-user-credits', 'GET'],
  ])('allows a browser to send the two headers to %s, with %s and nothing else', async (path, method) => {
    const { standIn } = await openHarness()
    const ask = (asked: string, headers: string) =>
      rawRequest(standIn.origin, 'OPTIONS', path, preflight(asked, headers))
    const allowed = await ask(method, 'content-type,x-api-key')
    expect(allowed.status).toBe(204)
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': method,
      'access-control-allow-headers': 'x-api-key, content-type',
    })
    expect((await ask(method, 'x-api-key,x-plugin-version')).status).toBe(403)
    expect((await ask(method, 'authorization')).status).toBe(403)
    expect((await ask('PUT', 'x-api-key')).status).toBe(403)
  })

  it('sends no headers when it is off', async () => {
    const { call, standIn } = await openHarness({ cors: false })
    expect((await call('/v1/get-user-credits')).headers.get('access-control-allow-origin')).toBeNull()
    const refused = await rawRequest(
      standIn.origin,
      'OPTIONS',
      '/v2/recraft-v3-svg',
      preflight('POST', 'x-api-key'),
    )
    expect(refused.status).toBe(404)
    expect(Object.keys(refused.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

it('there is no TLS port unless requested, and a port that is taken rejects', async () => {
  const { standIn } = await openHarness()
  expect(standIn.tlsPort).toBeNull()
  expect(standIn.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await expect(startStandIn({ port: Number(new URL(standIn.origin).port) })).rejects.toThrow('EADDRINUSE')
})
