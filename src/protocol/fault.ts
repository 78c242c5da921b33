import * as z from 'zod/mini'
import { oneOf, string } from './fields'

/**
 * Why a request failed. The first six codes come from the channel itself, the others from the sandbox's handlers. The panel
 * chooses the sentence for the user by this code.
 */
const FAULT_CODES = [
  'timeout',
  'closed',
  'unknown-request',
  'malformed-request',
  'malformed-reply',
  'unexpected',
  'storage-full',
  'storage-unavailable',
  'import-refused',
  'import-empty',
  'stopped',
  'layer-gone',
  'not-exported',
  'not-replaced',
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

/** An error as it is sent over the channel. `message` is for engineers and never contains a key or a prompt. */
export const Fault = z.object({
  code: oneOf(FAULT_CODES),
  message: string,
  hint: z.optional(string),
})

export type Fault = z.infer<typeof Fault>

/** Thrown by a handler to reply with a specific fault. Anything else that it throws becomes `unexpected`. */
export class RequestFailure extends Error {
  readonly code: FaultCode
  readonly hint: string | undefined

  constructor(code: FaultCode, message: string, hint?: string) {
    super(message)
    this.name = 'RequestFailure'
    this.code = code
    this.hint = hint
  }

  /** Converts the failure for sending. */
  toFault(): Fault {
    return this.hint === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, hint: this.hint }
  }
}
