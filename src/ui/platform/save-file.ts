import { graphemePrefix } from '../../text/truncate'

/** Saves a text as a file, by clicking a download link. */
export function saveSvgFile(name: string, svg: string): void {
  const link = document.createElement('a')
  link.download = `${fileName(name)}.svg`
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  link.click()
}

/** Returns a file name: letters and digits, with hyphens between words, at most 60 characters. */
export function fileName(name: string): string {
  const words = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-/, '')
  return graphemePrefix(words, 60).replace(/-$/, '') || 'picture'
}
