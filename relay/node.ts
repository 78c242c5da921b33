import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { refusal } from './answers'
import relay from './index'
import { isSecret } from './secret'

type Handler = (request: Request) => Promise<Response>

/** How long to wait for pending responses after `close`, in ms: a response may contain the id of a paid job. */
const CLOSE_TIMEOUT_MS = 10_000

/** How long a caller may take to send its headers, and the whole request, in ms. */
const HEADERS_TIMEOUT = 10_000
const REQUEST_TIMEOUT = 30_000

/** An arbitrary origin, because the handler reads only path and query. */
const BASE = 'http://relay'

export interface ListenOptions {
  /** Default: 8790. With 0, any free port. */
  readonly port?: number
  /** The address to listen on. Default: 127.0.0.1, which other machines cannot reach. */
  readonly host?: string
  readonly handler: Handler
}

export interface RunningRelay {
  /** `http://HOST:PORT`, without a trailing slash. */
  readonly origin: string
  /** Stops accepting requests. Resolves when pending ones are finished, or aborted after 10 s. */
  close(): Promise<void>
}

/** Runs a fetch handler on node:http. Rejects if the port is taken or invalid. */
export function startRelay({
  port = 8790,
  host = '127.0.0.1',
  handler,
}: ListenOptions): Promise<RunningRelay> {
  const underWay = new Set<Promise<void>>()
  const timeouts = { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT }
  const server = createServer(timeouts, (message, response) => {
    // An error here means a broken connection, so there is no one to report it to.
    const served = serve(handler, message, response)
      .catch(() => void response.destroy())
      .finally(() => underWay.delete(served))
    underWay.add(served)
  })
  const answered = async () => {
    while (underWay.size > 0) await Promise.race(underWay)
  }
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    // Browsers keep idle connections open, which would delay closing.
    const end = () => server.closeAllConnections()
    const cutOff = setTimeout(end, CLOSE_TIMEOUT_MS)
    void answered().then(end)
    await closed
    clearTimeout(cutOff)
  }
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const { address, family, port } = server.address() as AddressInfo
      resolve({ origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, close })
    })
  })
}

async function serve(handler: Handler, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  const answer = await answerTo(handler, message, gone.signal)
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  await pipeline(answer.body ? Readable.fromWeb(answer.body as NodeStream) : [], response)
  // The rest of a refused body must be consumed, or the connection stays busy.
  message.removeAllListeners('data').resume()
}

function answerTo(
  handler: Handler,
  message: IncomingMessage,
  signal: AbortSignal,
): Response | Promise<Response> {
  const { method = 'GET', url: target = '/' } = message
  // Only normalized paths are accepted: `new URL` would silently resolve dot segments and other hosts.
  const url = URL.canParse(BASE + target) ? new URL(BASE + target) : null
  if (url === null || url.pathname + url.search !== target) return refusal(404, 'there is no such address')
  let request: Request
  try {
    request = new Request(url, { method, headers: headersOf(message), signal, ...bodyOf(message) })
  } catch {
    // The Fetch standard does not allow TRACE and CONNECT.
    return refusal(405, `there is no address that takes ${method}`)
  }
  return handler(request)
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  return headers
}

function bodyOf(message: IncomingMessage): RequestInit {
  if (message.method === 'GET' || message.method === 'HEAD') {
    // These have no body. An unread one would prevent noticing that the client has disconnected.
    message.resume()
    return {}
  }
  const streamed = { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }
  return streamed
}

async function main(): Promise<void> {
  const { HOST, PORT, RELAY_SECRET } = process.env
  const secret = RELAY_SECRET || randomBytes(24).toString('base64url')
  process.env.RELAY_SECRET = secret
  try {
    if (!isSecret(secret)) throw new Error('RELAY_SECRET takes 20 to 100 letters, digits, "_" or "-".')
    const { origin, close } = await startRelay({
      host: HOST || '127.0.0.1',
      port: Number(PORT || 8790),
      handler: relay.fetch,
    })
    // `once`, so that a second signal ends the process immediately.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
    // A secret that was set may be a team's, so it must not be logged.
    console.log(`Relay to Segmind: ${origin}/${RELAY_SECRET ? '$RELAY_SECRET' : secret}`)
    if (!RELAY_SECRET) console.log('The address is for this run only. Set RELAY_SECRET to keep it.')
  } catch (error) {
    console.error(`The relay cannot start: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

const [, script] = process.argv
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) await main()
