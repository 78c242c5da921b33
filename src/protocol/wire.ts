import * as z from 'zod/mini'
import { Fault } from './fault'
import { anyValue, oneOf, string } from './fields'

// Zod probes `new Function` to compile its parsers, which the panel's Content-Security-Policy would report as a violation.
z.config({ jitless: true })

/** Identifies our messages, because Figma and other frames post messages, too. The number increases if the envelope changes. */
const MARK = 'inkwright/1'

const envelope = { mark: oneOf([MARK]), id: string }

/** Every message on the channel, before its payload is decoded by the contract. */
const Message = z.union([
  z.object({ ...envelope, kind: oneOf(['request']), name: string, params: anyValue }),
  z.object({ ...envelope, kind: oneOf(['result']), value: anyValue }),
  z.object({ ...envelope, kind: oneOf(['fault']), error: Fault }),
  z.object({ ...envelope, kind: oneOf(['event']), name: string, payload: anyValue }),
])

export type Message = z.infer<typeof Message>

/** A message without its mark, which `encode` adds. */
export type Outgoing = Message extends infer M ? (M extends Message ? Omit<M, 'mark'> : never) : never

/** A received message: valid, malformed (with its id if it has one), or not ours. `answers`: whether a malformed one is a reply. */
export type Incoming =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'malformed'; readonly id: string | null; readonly answers: boolean }
  | { readonly type: 'foreign' }

export function encode(message: Outgoing): unknown {
  return { mark: MARK, ...message }
}

/** Decodes any posted data. Never throws. */
export function decode(data: unknown): Incoming {
  if (typeof data !== 'object' || data === null || !('mark' in data) || data.mark !== MARK) {
    return { type: 'foreign' }
  }
  const parsed = Message.safeParse(data)
  if (parsed.success) return { type: 'message', message: parsed.data }
  const id = 'id' in data && typeof data.id === 'string' ? data.id : null
  const answers = 'kind' in data && data.kind !== 'request' && data.kind !== 'event'
  return { type: 'malformed', id, answers }
}
