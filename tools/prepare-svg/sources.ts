import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'

/** The argument for standard input. */
export const STANDARD_INPUT = '-'

/** A file to prepare, and its path in the output folder. */
export interface Source {
  readonly file: string
  readonly name: string
}

/**
 * Returns the files that the arguments name. With `recursive`, a folder means all SVG files in it and in its subfolders, except those in
 * `out`. Links to folders are not followed.
 */
export function sourcesOf(files: readonly string[], out: string, recursive: boolean): readonly Source[] {
  return files.flatMap((file) => {
    if (file === STANDARD_INPUT) return { file, name: 'stdin.svg' }
    if (recursive && isFolder(file)) return sourcesIn(file, resolve(out))
    return { file, name: nameOf(basename(file)) }
  })
}

const nameOf = (file: string): string => `${file.replace(/\.svg$/i, '')}.svg`

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false

function sourcesIn(folder: string, out: string): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.svg$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => resolve(folder) === out || !resolve(file).startsWith(out + sep))
    .sort()
    .map((file) => ({ file, name: nameOf(relative(folder, file)) }))
}
