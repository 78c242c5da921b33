/** Offers a text as a file to be saved. The frame has no file system, so the way is a link that is clicked for the user. */
export function saveSvgFile(name: string, svg: string): void {
  const link = document.createElement('a')
  link.download = `${
    name
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'picture'
  }.svg`
  link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`
  link.click()
}
