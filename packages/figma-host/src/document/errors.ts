/**
 * An error made by the plugin, with the message of Figma or the host. The bridge prefixes the message with `in <call>: `, as Figma does,
 * and throws it inside the sandbox as an Error.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
}

/** An ApiError whose message gets no prefix. */
export class BareApiError extends ApiError {}

/** A value that is thrown inside the sandbox unchanged, without being an Error. */
export class ThrownValue extends Error {
  readonly value: string

  constructor(value: string) {
    super(value)
    this.value = value
  }
}

/** Returns the error for a part of the typings that the host does not model. `what`: for example `FrameNode.effects`. */
export function notModeled(what: string): BareApiError {
  return new BareApiError(`not modeled by the host: ${what}`)
}
