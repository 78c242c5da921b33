import { converter } from 'culori'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layerColorName, promptColorWords } from '../../../src/colors/names'

const listed = (text: string) =>
  [...text.matchAll(/(#\w{6}) ([\w ]+)/g)].map(([, hex = '', words = '']) => [hex, words.trim()] as const)

const NAMES = `
  #000000 Black, #020102 Black, #ffffff White, #fcfcfd White, #808080 Gray, #606060 Dark gray
  #ff0000 Red, #8d1a0c Dark red, #f4a631 Amber, #fed20f Yellow, #00ff00 Lime, #008000 Green
  #0f66e4 Blue, #a9d6e8 Sky blue, #08123a Navy, #ff00ff Magenta, #800080 Purple, #5d3a16 Brown
  #7b4a24 Brown, #ffc0cb Pink, #0000ff Blue, #00ffff Cyan, #000080 Navy, #008080 Teal
  #010310 Black, #d8d8d8 Silver, #404040 Charcoal, #96b454 Apple green, #fcf9f1 Ivory`

it.each(listed(NAMES))('the name of the color %s for a layer is %s', (hex, name) => {
  expect(layerColorName(hex)).toBe(name)
})

// The names in CSS, or common names, as the last word.
const ANY_OF = `
  #22405a navy blue, #1f3a5f navy blue, #023047 navy blue, #355070 navy blue, #4682b4 blue, #6495ed blue, #87cefa blue
  #add8e6 blue, #b0c4de blue, #00bfff blue, #0000cd blue navy, #191970 navy, #ffb703 amber yellow, #e9c46a gold yellow
  #ffd700 gold yellow, #daa520 gold, #fed84d yellow gold, #a8667a rose, #b5838d rose, #bc8f8f rose, #e0527a rose pink
  #6b5b95 purple, #8d7a9e purple, #6d597a purple, #5e548e purple, #9f86c0 purple lavender, #7a3be8 purple
  #800080 purple, #663399 purple, #4b0082 indigo, #e6e6fa lavender, #d8bfd8 lavender, #ee82ee magenta violet
  #ff69b4 pink, #ffb6c1 pink, #f08080 coral, #ff7f50 coral, #cd5c5c red, #8b0000 red, #ff4500 red, #8b4513 brown
  #a0522d terracotta brown, #d2691e orange, #f4a460 orange, #bdb76b khaki, #556b2f olive, #2e8b57 emerald green
  #006400 green, #208040 green, #90ee90 green, #00ff7f green, #008b8b teal, #40e0d0 turquoise, #00ffff cyan, #a9a9a9 gray silver
  #708090 slate, #f5f5dc ivory cream beige, #264653 teal, #2f4f4f teal slate`

it.each(listed(ANY_OF))(
  'the name of the color %s for a layer ends with what people say: %s',
  (hex, words) => {
    expect(words.split(' ')).toContain(lastWordOf(layerColorName(hex)))
  },
)

const lastWordOf = (name: string) => name.toLowerCase().split(' ').at(-1) ?? ''
const oklch = converter('oklch')
const BASIC = new Map(
  listed(
    `#dd0000 red, #ff8800 orange, #eedd00 yellow, #22aa22 green, #99ee22 lime, #008888 teal, #00dddd cyan, #2266dd blue, #66bbee sky
    #8822cc purple, #dd22bb magenta, #ff88bb pink, #dd5577 rose, #885522 brown, #ff7766 coral`,
  ).map(([hex, word]) => [word, hex]),
)

it('the name of a colorful color for a layer is never that of a gray, and always of a near hue', () => {
  const hueOf = (hex: string) => oklch(hex)?.h ?? 0
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(hex, (color) => {
      const { l = 0, c = 0, h = 0 } = oklch(color) ?? {}
      fc.pre(c > 0.07 && l > 0.25)
      const word = lastWordOf(layerColorName(color).replace('Sky blue', 'sky'))
      expect(['black', 'charcoal', 'gray', 'silver', 'white', 'slate', 'taupe']).not.toContain(word)
      const away = Math.abs(((h - hueOf(BASIC.get(word) ?? color) + 540) % 360) - 180)
      expect(away, `${color} ${word}`).toBeLessThan(45)
    }),
    { numRuns: 2000 },
  )
})

const WORDS = `
  #000000 black, #ffffff white, #808080 gray, #dddddd light gray, #ff0000 red, #800000 dark red, #ffa500 orange
  #8b4513 brown, #ffff00 yellow, #008000 green, #008080 teal, #87ceeb light blue, #000080 dark blue
  #800080 purple, #ff69b4 pink, #f5f5dc cream, #64748b blue gray`

it.each(listed(WORDS))('the words for the color %s in a prompt are %s', (hex, words) => {
  expect(promptColorWords(hex)).toBe(words)
})
