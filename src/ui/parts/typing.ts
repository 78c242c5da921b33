/** Maximum time between letters of one word, in ms. */
const WORD = 700

let word = ''
let last = 0

/**
 * Returns the entry that starts with the typed letters, as in native lists: letters in quick succession form a word, and a repeated
 * letter moves to the next entry. Null if the key is not a letter, or no entry matches.
 */
export function findByTyping<T>(
  { key, timeStamp, ctrlKey, metaKey, altKey }: KeyboardEvent,
  entries: readonly T[],
  textOf: (entry: T) => string,
  at: number,
): T | null {
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return null
  word = timeStamp - last < WORD ? word + key.toLocaleLowerCase() : key.toLocaleLowerCase()
  last = timeStamp
  const isRepeat = [...word].every((letter) => letter === word[0])
  const wanted = isRepeat ? (word[0] ?? '') : word
  const from = isRepeat ? at + 1 : Math.max(at, 0)
  const inOrder = [...entries.slice(from), ...entries.slice(0, from)]
  return inOrder.find((entry) => textOf(entry).trim().toLocaleLowerCase().startsWith(wanted)) ?? null
}
