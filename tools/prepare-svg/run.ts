import { readArguments, USAGE } from './arguments'
import { Failure, reasonOf } from './failure'
import { emptyLine, failedLine, prepareFile } from './prepare-file'
import { sourcesOf } from './sources'
import { targetsOf } from './targets'

export interface Output {
  /** Writes a text without a line break. */
  out(text: string): void
  err(text: string): void
}

/** Runs the command and resolves to its exit code. Writes each line as soon as its file is done. */
export async function run(argv: readonly string[], { out, err }: Output): Promise<0 | 1 | 2> {
  let wanted: ReturnType<typeof readArguments>
  try {
    wanted = readArguments(argv)
  } catch (error) {
    err(`${reasonOf(error)}\n\n${USAGE}`)
    return 2
  }
  if (!wanted) {
    out(USAGE)
    return 0
  }
  const { options } = wanted
  const sources = sourcesOf(wanted.files, wanted.out, wanted.recursive)
  const targets = targetsOf(sources, wanted.out)
  let failed = false
  for (const [i, { file }] of sources.entries()) {
    const target = targets[i] ?? ''
    const line =
      target instanceof Failure
        ? failedLine(emptyLine(file), target)
        : await prepareFile(file, target, options)
    if (!line.ok) failed = true
    out(`${JSON.stringify(line)}\n`)
  }
  return failed ? 1 : 0
}
