import { graphemePrefix } from '../../text/truncate'

/** Offers a text as a file to be saved. The frame has no file system, so the way is a link that is clicked for the user. */
export function saveSvgFile(name: string, svg: string): void {
  const link = document.createElement('a')
  link.download = `${fileName(name)}.svg`
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  link.click()
}

/** Letters, their marks and digits of a name, with hyphens between the words: at most 60 characters. */
export function fileName(name: string): string {
  const words = name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-/, '')
  return graphemePrefix(words, 60).replace(/-$/, '') || 'picture'
}
