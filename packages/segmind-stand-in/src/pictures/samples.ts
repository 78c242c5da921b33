import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hash } from '../random'
import type { PictureSource } from './source'
import { wordsOf } from './words'

/**
 * Serves the *.svg files of a folder, or a single file, byte for byte. Chooses the file whose name has the most words in common with prompt
 * and style; among equals, by a hash of prompt, style, and size, so that the choice is stable.
 * Throws an error with the path if there is no such folder or file, or if the folder has no *.svg file.
 */
export function samplePictures(path: string): PictureSource {
  const files = svgFilesAt(path).map((file) => ({
    words: new Set(wordsOf(basename(file, '.svg'))),
    bytes: readFileSync(file),
  }))
  return ({ prompt, style, size }) => {
    const wanted = new Set(wordsOf(`${prompt} ${style}`))
    const scored = files.map((file) => ({
      bytes: file.bytes,
      shared: [...file.words].filter((word) => wanted.has(word)).length,
    }))
    const most = Math.max(...scored.map(({ shared }) => shared))
    const best = scored.filter(({ shared }) => shared === most)
    const chosen = best[hash(`${prompt}\n${style}\n${size}`) % best.length]
    if (chosen === undefined) throw new Error(`samples: ${path} became empty`)
    return chosen.bytes
  }
}

function svgFilesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new Error(`samples: there is no file or folder ${path}`)
  if (!stats.isDirectory()) return [path]
  const names = readdirSync(path).filter((name) => name.toLowerCase().endsWith('.svg'))
  if (names.length === 0) throw new Error(`samples: the folder ${path} holds no .svg file`)
  return names.sort().map((name) => join(path, name))
}
