import { connect } from 'node:net'
import { DEMO_KEY } from 'segmind-stand-in'
import { afterEach, describe, expect, it } from 'vitest'
import { ADDRESSES, closeAll, ID, rawRequest } from './harness'
import { openBench } from './stand-in-harness'

afterEach(closeAll)

const key = { 'x-api-key': DEMO_KEY, 'content-type': 'application/json' }
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE']

/** Addresses that are almost right: other paths, other spellings, encoded dots and slashes, other hosts. */
const UNKNOWN = `
/ * /v2/recraft-v3-svg/ /v2/recraft-v3-svg?x=1 /v3/recraft-v3-svg /V2/recraft-v3-svg /v2/%72ecraft-v3-svg
/v1/get-user-credits/all /v1/get-user-credits? /x/v1/get-user-credits /v1/requests/${ID} /v2/requests/
/v2/requests//status /v2/requests/${'a'.repeat(65)} /v2/requests/a_b /v2/requests/a.b /v2/requests/a%2Fb
/v2/requests/a/cancel /v2/requests/../v2/requests/a /v2/requests/%2e%2e/a /v2\\requests\\a //v2/requests/a
/images.segmind.com /images.segmind.com/ /images.segmind.com//a.svg /images.segmind.com/a/ /images.segmind.com/./a.svg
/images.segmind.com/../v1/get-user-credits /images.segmind.com/a/%2e%2E/b.svg /images.segmind.com/a%2fb.svg
/images.segmind.com/a%5cb.svg /images.segmind.com/a%252fb.svg /images.segmind.com/a%00.svg /images.segmind.com/a%c0%af.svg
/images.segmind.com/@evil.example/a.svg /images.segmind.com@evil.example/a.svg /images.segmind.com:80/a.svg
/images.segmind.com.evil.example/a.svg /IMAGES.segmind.com/a.svg /api.segmind.com/v1/get-user-credits
/evil.example/a.svg //evil.example/v1/get-user-credits http://evil.example/v1/get-user-credits
`
  .trim()
  .split(/\s+/)

describe('an address that is not served', () => {
  it.each(['GET', 'POST', 'OPTIONS'])('is a 404 for %s, and nothing is forwarded', async (method) => {
    const { standIn, relay } = await openBench()
    for (const target of UNKNOWN) {
      const answer = await rawRequest(relay.origin, method, target, { headers: key })
      expect(answer, target).toMatchObject({ status: 404, headers: { 'access-control-allow-origin': '*' } })
      expect(JSON.parse(answer.text)).toEqual({ error: 'Relay: there is no such address' })
    }
    for (const target of ['@evil.example/v1/get-user-credits', 'evil.example:443'])
      expect((await rawRequest(relay.origin, method, target, { headers: key })).status).toBe(400)
    expect(standIn.requests).toEqual([])
  })
})

describe('an address that is served', () => {
  it.each(ADDRESSES)('accepts %s %s and refuses every other method', async (method, path) => {
    const { standIn, relay } = await openBench()
    for (const other of METHODS.filter((one) => one !== method)) {
      const answer = await rawRequest(relay.origin, other, path, { headers: key })
      expect(answer.status, other).toBe(405)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      if (other === 'TRACE') continue
      expect(answer.headers.allow).toBe(`${method}, OPTIONS`)
      if (other === 'HEAD') continue
      expect(JSON.parse(answer.text)).toEqual({ error: `Relay: this address takes ${method}` })
    }
    expect(standIn.requests).toEqual([])
  })

  it.each([
    '/images.segmind.com/a.svg',
    '/images.segmind.com/out/2026/.hidden/a..b~c_d-(1)+,=.svg',
    '/images.segmind.com/a%20fox%21.svg',
    '/images.segmind.com/a.svg?X-Amz-Signature=ab%2Fcd&to=//evil.example/../x',
  ])('forwards %s to the media host unchanged', async (target) => {
    const { standIn, relay } = await openBench()
    expect((await rawRequest(relay.origin, 'GET', target)).status).toBe(404)
    expect(standIn.requests).toMatchObject([{ path: target }])
  })
})

describe('a body', () => {
  const submit = (origin: string, body: string, headers = {}) =>
    rawRequest(origin, 'POST', '/v2/recraft-v3-svg', { headers: { ...key, ...headers }, body })

  it('of 64,000 bytes is forwarded', async () => {
    const { standIn, relay } = await openBench()
    const body = 'ü'.repeat(32_000)
    expect((await submit(relay.origin, body)).status).toBe(400)
    expect(standIn.requests).toMatchObject([{ body }])
  })

  it.each([
    ['announced', { 'content-length': '64001' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('of one byte more, %s, results in a 413', async (_, headers) => {
    const { standIn, relay } = await openBench()
    const answer = await submit(relay.origin, ' '.repeat(64_001), headers)
    expect(answer).toMatchObject({ status: 413, headers: { 'access-control-allow-origin': '*' } })
    expect(JSON.parse(answer.text)).toEqual({ error: 'Relay: the body is larger than 64000 bytes' })
    expect(standIn.requests).toEqual([])
  })

  it('that was refused does not block the connection for the next request', async () => {
    const { relay } = await openBench()
    const { hostname, port } = new URL(relay.origin)
    const socket = connect(Number(port), hostname)
    socket.write('POST /v2/recraft-v3-svg HTTP/1.1\r\nhost: relay\r\ncontent-length: 1000000\r\n\r\n')
    socket.write(' '.repeat(1_000_000))
    socket.write('GET /nothing HTTP/1.1\r\nhost: relay\r\nconnection: close\r\n\r\n')
    let answers = ''
    for await (const chunk of socket) answers += chunk
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 404'])
  })

  it('that is aborted halfway is not forwarded', async () => {
    const { standIn, relay } = await openBench()
    const { hostname, port } = new URL(relay.origin)
    const socket = connect(Number(port), hostname)
    socket.write(`POST /v2/recraft-v3-svg HTTP/1.1\r\nhost: relay\r\nx-api-key: ${DEMO_KEY}\r\n`)
    socket.write('content-type: application/json\r\ncontent-length: 100\r\n\r\n{"prompt":"a fox"}')
    await expect.poll(() => relay.handled.length, { interval: 5 }).toBe(1)
    socket.destroy()
    expect((await relay.handled[0]?.answer)?.status).toBe(400)
    expect(standIn.requests).toEqual([])
  })
})
