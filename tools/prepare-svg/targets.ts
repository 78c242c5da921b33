import { realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from './failure'

/**
 * Returns the path in `out` for each file's picture, or a Failure if that would overwrite an input file or another picture. Of
 * several files with the same name, the first gets it. Case is ignored, as many file systems do.
 */
export function targetsOf(files: readonly string[], out: string): (string | Failure)[] {
  const sources = new Set(files.map(realPath))
  const taken = new Map<string, string>()
  return files.map((file) => {
    const name = `${basename(file).replace(/\.svg$/i, '')}.svg`
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
