import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HostServer, startHostServer } from '../../../src/server'

let folder: string
let server: HostServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-server-'))
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await put('plugin/secret.txt', 'secret')
  await put(
    'plugin/manifest.json',
    JSON.stringify({ name: 'Test', main: './dist/code.js', ui: 'dist/ui.html' }),
  )
  await put('plugin/dist/code.js', 'code')
  await put('plugin/dist/ui.html', '<p>ui')
  await put('page/index.html', '<p>page')
  await put('page/assets/a.wasm', 'wasm')
  await put('page-beside/x.txt', 'beside')
  server = await startHostServer({
    pluginDir: join(folder, 'plugin'),
    hostDir: join(folder, 'page'),
    config: { note: 'Hello', autorun: false },
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** Not with `fetch`, which would normalize the path. */
function rawStatus(path: string, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    request(server.origin, { path, method }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('the host server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', '<p>page'],
    ['/index.html?fresh', 'text/html; charset=utf-8', '<p>page'],
    ['/assets/a.wasm', 'application/wasm', 'wasm'],
    ['/plugin/dist/code.js', 'text/javascript; charset=utf-8', 'code'],
    ['/plugin/dist/ui.html', 'text/html; charset=utf-8', '<p>ui'],
  ])('serves %s', async (path, type, text) => {
    const response = await fetch(server.origin + path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe(text)
  })

  it('provides the page’s configuration', async () => {
    expect(await (await fetch(`${server.origin}/config.json`)).json()).toEqual({
      manifest: { name: 'Test', main: './dist/code.js', ui: 'dist/ui.html' },
      codeUrl: '/plugin/dist/code.js',
      htmlUrl: '/plugin/dist/ui.html',
      note: 'Hello',
      autorun: false,
    })
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/plugin/../secret.txt',
    '/plugin/secret.txt',
    '/plugin/manifest.json',
    '/plugin/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/../page-beside/x.txt',
    '/plugin//etc/hostname',
    '/%00',
    '/%E0%A4%A',
    '/assets',
    '/plugin/',
    '/missing.js',
  ])('responds with 404 to %s', async (path) => {
    expect(await rawStatus(path)).toBe(404)
  })

  it('only accepts GET and HEAD', async () => {
    const head = await fetch(`${server.origin}/plugin/dist/code.js`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', ''])
    expect(await rawStatus('/plugin/dist/code.js', 'POST')).toBe(405)
    expect(await rawStatus('/plugin/dist/code.js', 'OPTIONS')).toBe(405)
  })

  it('only listens on this machine', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })
})
