import { realpathSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { refusal } from './answers'
import relay from './index'

type Handler = (request: Request) => Promise<Response>

/** How long answers under way may take once the relay is told to end, in ms: a submit's answer names a paid job. */
const GRACE = 10_000

/** Any origin will do: the handler reads path and query only. */
const BASE = 'http://relay'

export interface ListenOptions {
  /** Default 8790; 0 takes a free one. */
  readonly port?: number
  /** The address to listen on; default 127.0.0.1, so that no other machine can reach it. */
  readonly host?: string
  readonly handler: Handler
}

export interface RunningRelay {
  /** `http://HOST:PORT`, without a trailing slash. */
  readonly origin: string
  /** Takes no more requests; resolves once those under way are answered, or were cut off after 10 s. */
  close(): Promise<void>
}

/** Runs a fetch handler on node:http. Rejects where the port is taken or is none. */
export function startRelay({
  port = 8790,
  host = '127.0.0.1',
  handler,
}: ListenOptions): Promise<RunningRelay> {
  const underWay = new Set<Promise<void>>()
  const server = createServer((message, response) => {
    // What fails here is a connection that broke, and there is nobody left to tell.
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
    // Idle connections, too: browsers hold some that nobody uses, and they would put off the end.
    const end = () => server.closeAllConnections()
    const cutOff = setTimeout(end, GRACE)
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
  // What is left of a refused body must be read past, or the connection never comes to rest.
  message.removeAllListeners('data').resume()
}

function answerTo(
  handler: Handler,
  message: IncomingMessage,
  signal: AbortSignal,
): Response | Promise<Response> {
  const { method = 'GET', url: target = '/' } = message
  // Only addresses that mean what they say: `new URL` would quietly resolve dot segments and foreign authorities.
  const url = URL.canParse(BASE + target) ? new URL(BASE + target) : null
  if (url === null || url.pathname + url.search !== target) return refusal(404, 'there is no such address')
  let request: Request
  try {
    request = new Request(url, { method, headers: headersOf(message), signal, ...bodyOf(message) })
  } catch {
    // The Fetch standard knows no TRACE and no CONNECT.
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
    // These carry none; one that is sent all the same would hide that the sender is gone.
    message.resume()
    return {}
  }
  const streamed = { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }
  return streamed
}

async function main(): Promise<void> {
  const { HOST, PORT } = process.env
  try {
    const { origin, close } = await startRelay({
      host: HOST || '127.0.0.1',
      port: Number(PORT || 8790),
      handler: relay.fetch,
    })
    // Once: a second signal ends the process at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
    console.log(`Relay to Segmind: ${origin}`)
  } catch (error) {
    console.error(`The relay cannot start: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

const [, script] = process.argv
if (script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)) await main()
