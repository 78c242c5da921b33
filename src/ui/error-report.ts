/** A failure that has no job: the kind of the error and where it arose, never its text, which could quote a prompt. */
export interface ErrorReport {
  readonly at: number
  readonly where: string
}

/** Reads off an error where it arose. Addresses are left out: that of the panel may be its whole source. */
export function errorReportOf(error: unknown, at: number): ErrorReport {
  const name = error instanceof Error ? error.name : typeof error
  const frames = ((error instanceof Error && error.stack) || '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const places = frames.slice(0, 4).map((line) => line.trim().replace(/\(?[a-z-]+:\S*?(:\d+:\d+)\)?$/i, '$1'))
  return { at, where: [name, ...places].join(' ') }
}
