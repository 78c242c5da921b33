/** A behavior that users rely on, and an edit of the source that breaks it. */
export interface Behavior {
  /** What works, as a sentence. */
  readonly behavior: string
  /** Path of the source file in the project. */
  readonly file: string
  /** The text to replace. Must occur exactly once in the file. */
  readonly find: string
  /** The replacement. It must build, but need not pass the type check. */
  readonly replace: string
  /** The test files that must fail: parts of their paths, as for `vitest run`. */
  readonly tests: readonly string[]
}
