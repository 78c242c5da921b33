import { expect, it } from 'vitest'
import { isExtending } from '../../../src/text/extending'

const CONTINUES = /[\p{M}\p{Emoji_Modifier}\u200c-\u200d\uff9e\uff9f\u0e33\u0eb3\u{e0020}-\u{e007f}]/u
const MAY_CONTINUE_SOMEDAY = /\p{Cn}/u

it('the table of extending characters contains every mark, and no other assigned character', () => {
  const wrong: string[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code)
    // This Node may know fewer characters than the table.
    if (isExtending(character) !== CONTINUES.test(character) && !MAY_CONTINUE_SOMEDAY.test(character))
      wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})
