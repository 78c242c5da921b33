import { readFile, stat } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'

const mimeTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** A file to send. */
export interface StaticFile {
  readonly type: string
  readonly body: Buffer
}

/**
 * Reads a file inside a folder.
 * @param folder Absolute path.
 * @param path The part of the address after the folder, still percent-encoded.
 * @returns Null if there is no such file, or if the path leads out of the folder.
 */
export async function staticFile(folder: string, path: string): Promise<StaticFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  const file = resolve(folder, `.${sep}${decoded}`)
  if (decoded.includes('\0') || !file.startsWith(resolve(folder) + sep)) return null
  try {
    if (!(await stat(file)).isFile()) return null
    return { type: mimeTypes[extname(file)] ?? 'application/octet-stream', body: await readFile(file) }
  } catch {
    return null
  }
}
