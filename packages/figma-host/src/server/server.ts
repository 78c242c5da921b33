import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type HostConfig, RELOADS } from '../page/config'
import { type StaticFile, staticFile } from './static-files'

/** Options of {@link startHostServer}. */
export interface HostServerOptions {
  /** Absolute path of the plugin's folder, with its `manifest.json` and the built files named there. */
  readonly pluginDir: string
  /** Absolute path of the built page, as `buildHostPage` returns it. */
  readonly hostDir: string
  /** Port on 127.0.0.1. Default, or 0: any free one. */
  readonly port?: number
  /** Configuration of the page, in addition to the manifest and the addresses of the plugin's files. */
  readonly config?: Pick<HostConfig, 'redirects' | 'note' | 'autorun' | 'editorType'>
}

/** A running server. */
export interface HostServer {
  /** For example `http://127.0.0.1:43211`. */
  readonly origin: string
  /** Makes every open page reload the plugin's files and run it. The document stays. */
  reload(): void
  /** Stops listening and closes open connections. */
  close(): Promise<void>
}

/**
 * Returns the plugin's manifest and the paths of its files inside its folder. Reads them each time, so that a reload is enough after a
 * rebuild.
 */
async function readPlugin(
  pluginDir: string,
): Promise<{ manifest: unknown; main: string; ui: string | null }> {
  const file = join(pluginDir, 'manifest.json')
  const manifest: { main?: unknown; ui?: unknown } = JSON.parse(await readFile(file, 'utf8'))
  const { main, ui } = manifest
  if (typeof main !== 'string') throw new Error(`${file} does not name its main file`)
  if (ui !== undefined && typeof ui !== 'string') throw new Error(`${file} must name one ui file, or none`)
  return { manifest, main, ui: ui ?? null }
}

const address = (path: string): string => `/plugin/${path.replace(/^\.?\//, '')}`

/** Returns what is served at an address; null if there is nothing. From the plugin's folder, only the files that the manifest names. */
async function resourceAt(
  path: string,
  { pluginDir, hostDir, config }: HostServerOptions,
): Promise<StaticFile | null> {
  if (path !== '/config.json' && !path.startsWith('/plugin/'))
    return staticFile(hostDir, path === '/' ? 'index.html' : path.slice(1))
  const { manifest, main, ui } = await readPlugin(pluginDir)
  if (path === '/config.json') {
    const full: HostConfig = {
      ...config,
      manifest,
      codeUrl: address(main),
      htmlUrl: ui === null ? null : address(ui),
    }
    return { type: 'application/json; charset=utf-8', body: Buffer.from(JSON.stringify(full)) }
  }
  const file = [main, ui].find((name) => name !== null && address(name) === path)
  return typeof file === 'string' ? staticFile(pluginDir, encodeURI(file)) : null
}

function createHostServer(options: HostServerOptions, pages: Set<ServerResponse>): Server {
  return createServer(async (request, response) => {
    const answer = (status: number, type: string, body: string | Buffer): void => {
      response.writeHead(status, {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
      })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    const fail = (status: number, text: string): void =>
      answer(status, 'text/plain; charset=utf-8', `${text}\n`)

    if (request.method !== 'GET' && request.method !== 'HEAD') return fail(405, 'Only GET and HEAD')
    try {
      const [path = '/'] = (request.url ?? '/').split('?')
      if (path === RELOADS) return openStream(response, pages)
      const found = await resourceAt(path, options)
      if (found === null) fail(404, `There is nothing at ${path}`)
      else answer(200, found.type, found.body)
    } catch (error) {
      fail(500, error instanceof Error ? error.message : String(error))
    }
  })
}

/** Keeps the response open for server-sent events, until the page is closed. */
function openStream(response: ServerResponse, pages: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.flushHeaders()
  pages.add(response)
  response.on('close', () => pages.delete(response))
}

/**
 * Serves the host page, the plugin's files, and `/config.json` on 127.0.0.1.
 * Rejects if it cannot listen on the port. A missing file results in a 404, an invalid manifest in a 500 for `/config.json`, which the page
 * reports.
 */
export async function startHostServer(options: HostServerOptions): Promise<HostServer> {
  const pages = new Set<ServerResponse>()
  const server = createHostServer(options, pages)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    reload: () => {
      for (const page of pages) page.write('data: reload\n\n')
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}
