import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

/** Handles a request. */
type Answerer = (message: IncomingMessage, response: ServerResponse) => Promise<void>

/** A listening server. */
interface Listening {
  readonly port: number
  /** Stops listening and closes open sockets. */
  close(): Promise<void>
}

/** Listens with HTTP on 127.0.0.1. `port` 0: any free one. Rejects if the port is taken. */
export function listenPlain(port: number, onRequest: Answerer): Promise<Listening> {
  return listen(createServer(guarded(onRequest)), port)
}

/** Listens with HTTPS on a free port of 127.0.0.1, with a newly created certificate for the service's hosts. */
export async function listenTls(hosts: readonly string[], onRequest: Answerer): Promise<Listening> {
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) }],
  })
  return await listen(createTlsServer({ key: made.private, cert: made.cert }, guarded(onRequest)), 0)
}

/** Reads the whole body as text, unless it is larger than `limit` bytes or the client disconnects. */
export async function readBody(
  message: IncomingMessage,
  limit: number,
): Promise<{ readonly text: string } | 'too large' | 'broken off'> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
    }
  } catch {
    return 'broken off'
  }
  return length > limit ? 'too large' : { text: Buffer.concat(chunks).toString('utf8') }
}

/** A bug must result in a 500 with its message, not in the end of the process. */
function guarded(onRequest: Answerer): (message: IncomingMessage, response: ServerResponse) => void {
  return (message, response) => {
    onRequest(message, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(`stand-in: ${String(error)}`)
    })
  }
}

function listen(server: Server, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
