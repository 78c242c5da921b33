import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure'
import type { Source } from './sources'

/**
 * Returns the path in `out` for each file's picture, or a Failure if that would overwrite an input file or another picture. Of
 * several files with the same name, the first gets it. Case is ignored, as many file systems do.
 */
export function targetsOf(given: readonly Source[], out: string): (string | Failure)[] {
  const sources = new Set(given.map(({ file }) => realPath(file)))
  const taken = new Map<string, string>()
  return given.map(({ file, name }) => {
    const target = join(out, name)
    const other = taken.get(name.toLowerCase())
    if (other !== undefined)
      return new Failure('name-taken', `${name} in ${out} is for ${other}, which was named before.`)
    taken.set(name.toLowerCase(), file)
    const path = realPath(target)
    if (path !== null && sources.has(path))
      return new Failure('name-taken', `${target} is one of the files to be prepared; take another --out.`)
    return target
  })
}

/** Returns the resolved path; null if the file does not exist. */
function realPath(file: string): string | null {
  try {
    return realpathSync(file)
  } catch {
    return null
  }
}
