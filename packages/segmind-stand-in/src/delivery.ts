import type { ServerResponse } from 'node:http'
import type { Reply } from './reply'

/** Writes a complete response. `extra`: headers of all responses. */
export function deliver(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
): void {
  writeHead(response, reply, extra)
  response.end(reply.body)
}

/**
 * Writes the headers, which announce the whole body, and half of the body. The other half follows when `rest` settles. If it is null, the
 * connection is closed after the first half.
 */
export async function deliverHalf(
  response: ServerResponse,
  reply: Reply,
  extra: Readonly<Record<string, string>>,
  rest: Promise<unknown> | null,
): Promise<void> {
  const body = Buffer.from(reply.body)
  const middle = Math.ceil(body.length / 2)
  writeHead(response, reply, extra)
  await new Promise((written) => response.write(body.subarray(0, middle), written))
  if (rest === null) {
    response.destroy()
    return
  }
  await rest.catch(() => undefined)
  response.end(body.subarray(middle))
}

function writeHead(response: ServerResponse, reply: Reply, extra: Readonly<Record<string, string>>): void {
  const length = reply.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) }
  response.writeHead(reply.status, { ...reply.headers, ...length, ...extra })
}
