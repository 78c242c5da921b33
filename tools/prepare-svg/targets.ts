import { realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Failure } from './failure'

/**
 * For each file where its picture goes in `out`. No picture goes where one of the files is, or where another file's goes:
 * then it is a Failure. Of several files with one name the first has it; upper and lower case are one on many disks.
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

/** Null for what is not there. */
function realPath(file: string): string | null {
  try {
    return realpathSync(file)
  } catch {
    return null
  }
}
