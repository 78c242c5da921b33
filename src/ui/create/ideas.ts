/** Returns whether the prompt contains these words, ignoring case. */
export const hasWords = (prompt: string, words: string): boolean =>
  prompt.toLocaleLowerCase().includes(words.toLocaleLowerCase())

/**
 * Appends the words to the prompt, or removes them if it contains them.
 * @example
 * toggleWords('a fox', 'no text') // 'a fox, no text'
 * toggleWords('a fox, no text', 'no text') // 'a fox'
 */
export function toggleWords(prompt: string, words: string): string {
  const at = prompt.toLocaleLowerCase().indexOf(words.toLocaleLowerCase())
  const own = prompt.trim()
  if (at < 0) return own === '' ? words : `${own.replace(/[,.;]$/, '')}, ${words}`
  const before = prompt.slice(0, at).replace(/[,;\s]+$/, '')
  const after = prompt.slice(at + words.length)
  return before === '' ? after.replace(/^[,;\s]+/, '') : before + after
}
