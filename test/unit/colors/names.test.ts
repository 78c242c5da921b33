import { expect, it } from 'vitest'
import { layerColorName, promptColorWords } from '../../../src/colors/names'

const listed = (text: string) =>
  [...text.matchAll(/(#\w{6}) ([\w ]+)/g)].map(([, hex = '', words = '']) => [hex, words.trim()] as const)

const NAMES = `
  #000000 Black, #020102 Black, #ffffff White, #fcfcfd White, #808080 Gray, #606060 Dark gray
  #ff0000 Red, #8d1a0c Dark red, #f4a631 Amber, #fed20f Yellow, #00ff00 Lime, #008000 Green
  #0f66e4 Blue, #a9d6e8 Sky blue, #08123a Navy, #ff00ff Magenta, #800080 Purple, #5d3a16 Chocolate
  #7b4a24 Brown, #ffc0cb Pink, #0000ff Blue, #00ffff Cyan, #000080 Dark blue, #008080 Teal
  #010310 Black, #d8d8d8 Silver, #404040 Charcoal, #96b454 Apple green, #fcf9f1 Ivory`

it.each(listed(NAMES))('the name of the color %s for a layer is %s', (hex, name) => {
  expect(layerColorName(hex)).toBe(name)
})

const WORDS = `
  #000000 black, #ffffff white, #808080 gray, #dddddd light gray, #ff0000 red, #800000 dark red, #ffa500 orange
  #8b4513 brown, #ffff00 yellow, #008000 green, #008080 teal, #87ceeb light blue, #000080 dark blue
  #800080 purple, #ff69b4 pink, #f5f5dc cream, #64748b blue gray`

it.each(listed(WORDS))('the words for the color %s in a prompt are %s', (hex, words) => {
  expect(promptColorWords(hex)).toBe(words)
})
