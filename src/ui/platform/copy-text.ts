/** Copies a text to the clipboard. Returns false if that is blocked. Not by `navigator.clipboard`, which does not work with origin null. */
export function copyText(text: string): boolean {
  const before = document.activeElement
  const box = document.createElement('textarea')
  box.value = text
  box.className = 'visually-hidden'
  document.body.append(box)
  box.select()
  const isCopied = document.execCommand('copy')
  box.remove()
  if (before instanceof HTMLElement) before.focus()
  return isCopied
}
