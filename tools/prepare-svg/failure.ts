import { VectorError, type VectorErrorCode } from '../../src/vector/errors'

export type FailureCode = VectorErrorCode | 'unreadable' | 'name-taken' | 'not-written' | 'internal'

/** Why a file was not prepared, with a message for the terminal. */
export class Failure extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string) {
    super(message)
    this.code = code
  }
}

const SENTENCES: Readonly<Record<VectorErrorCode, string>> = {
  'not-svg': 'The file is not a complete SVG picture',
  'too-large': 'The picture is larger than any that can be prepared',
  unsafe: 'The file declares entities that are elsewhere or refer to others, so it was not read',
  'nothing-drawn': 'The picture is empty',
}

/** Converts an error from `prepare` to a Failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof VectorError)
    return new Failure(error.code, `${SENTENCES[error.code]} (${error.message}).`)
  return new Failure('internal', `This is a mistake in Inkwright: ${reasonOf(error)}`)
}

/** Returns the first line of an error's message. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
