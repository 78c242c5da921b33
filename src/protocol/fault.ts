import * as z from 'zod/mini'
import { oneOf, string } from './fields'

/**
 * Why a request got no result. The first group belongs to the channel itself, the second to what the sandbox does.
 * The sentences a user reads are chosen by this code, in the panel's wording.
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
] as const

export type FaultCode = (typeof FAULT_CODES)[number]

/** A structured error as it crosses the channel. `message` is for engineers and never holds a key or a prompt. */
export const Fault = z.object({
  code: oneOf(FAULT_CODES),
  message: string,
  hint: z.optional(string),
})

export type Fault = z.infer<typeof Fault>

/** What a handler throws to answer with a fault of its own choosing; anything else it throws becomes `unexpected`. */
export class RequestFailure extends Error {
  readonly code: FaultCode
  readonly hint: string | undefined

  constructor(code: FaultCode, message: string, hint?: string) {
    super(message)
    this.name = 'RequestFailure'
    this.code = code
    this.hint = hint
  }

  /** The failure as it is sent. */
  toFault(): Fault {
    return this.hint === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, hint: this.hint }
  }
}
