/**
 * A mistake of the plugin's, in the words Figma or the host uses for it. The bridge puts `in <call>: ` before the
 * message, as Figma does, and throws it inside the sandbox as an Error.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
}

/** An ApiError that keeps its text as it is, without the name of the call before it. */
export class BareApiError extends ApiError {}

/** A value which is thrown inside the sandbox as it is, without being an Error. */
export class ThrownValue extends Error {
  readonly value: string

  constructor(value: string) {
    super(value)
    this.value = value
  }
}

/** The error for a part of the typings which the host does not have. `what` is written as `FrameNode.effects`. */
export function notModeled(what: string): BareApiError {
  return new BareApiError(`not modeled by the host: ${what}`)
}
