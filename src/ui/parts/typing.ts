/** How long letters count as one word, in ms. */
const WORD = 700

let word = ''
let last = 0

/**
 * The entry that begins with what is being typed, as in every list: letters that follow each other quickly are one word, and the
 * same letter again goes on to the next. Null where the key is no letter, or nothing begins so.
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
