/** An error outside any job: its kind and where it was thrown, never its message, which could quote a prompt. */
export interface ErrorReport {
  readonly at: number
  readonly where: string
}

/** Returns where an error was thrown. URLs are removed, because the panel's may contain its whole source. */
export function errorReportOf(error: unknown, at: number): ErrorReport {
  const name = error instanceof Error ? error.name : typeof error
  const frames = ((error instanceof Error && error.stack) || '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  const places = frames.slice(0, 4).map((line) => line.trim().replace(/\(?[a-z-]+:\S*?(:\d+:\d+)\)?$/i, '$1'))
  return { at, where: [name, ...places].join(' ') }
}
