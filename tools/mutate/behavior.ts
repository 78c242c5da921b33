/** Something that a user would miss, and one edit of the source that takes it away. */
export interface Behavior {
  /** What works, in a plain sentence. */
  readonly behavior: string
  /** Path of the source file in the project. */
  readonly file: string
  /** Occurs exactly once in the file. */
  readonly find: string
  /** What stands there instead: it need not pass the type check, but it must build. */
  readonly replace: string
  /** Which test files show it: parts of their paths, as `vitest run` takes them. */
  readonly tests: readonly string[]
}
