import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colorName, nameOf, unique } from '../../../../src/vector/steps/names'
import { gradient, solid, strokeOf } from '../layers/drawings'

describe('colorName', () => {
  const NAMES = `
    #000000 Black, #020102 Black, #ffffff White, #fcfcfd White, #808080 Gray, #606060 Dark gray
    #ff0000 Red, #8d1a0c Dark red, #f4a631 Amber, #fed20f Yellow, #00ff00 Lime, #008000 Green
    #0f66e4 Blue, #a9d6e8 Sky blue, #08123a Navy, #ff00ff Magenta, #800080 Purple, #5d3a16 Chocolate
    #7b4a24 Brown, #ffc0cb Pink, #0000ff Blue, #00ffff Cyan, #000080 Dark blue, #008080 Teal
    #010310 Black, #d8d8d8 Silver, #404040 Charcoal, #96b454 Apple green, #fcf9f1 Ivory`

  it.each(NAMES.split(/[,\n]/).filter((text) => text.trim()))('says the color in words: %s', (text) => {
    const [hex = '', ...words] = text.trim().split(' ')
    expect(colorName(hex)).toBe(words.join(' '))
  })
})

describe('nameOf', () => {
  it('says the color, its value and the number of shapes', () => {
    const red = { fill: solid('#8d1a0c'), stroke: null }
    expect(nameOf(red, 34)).toBe('Dark red #8d1a0c · 34 shapes')
    expect(nameOf(red, 1)).toBe('Dark red #8d1a0c · 1 shape')
    expect(nameOf(red, null)).toBe('Dark red #8d1a0c')
  })

  it('says the ends of a gradient', () => {
    expect(nameOf({ fill: gradient('#aabbcc', '#ddeeff'), stroke: null }, 2)).toBe(
      'Gradient #aabbcc → #ddeeff · 2 shapes',
    )
  })

  it('names a line by its stroke', () => {
    expect(nameOf({ fill: null, stroke: strokeOf('#000000', 1) }, 1)).toBe('Black #000000 · 1 shape')
  })
})

describe('unique', () => {
  it('numbers what was there before', () => {
    expect(unique(['a', 'b', 'a', 'a', 'b'])).toEqual(['a', 'b', 'a (2)', 'a (3)', 'b (2)'])
  })

  it('gives no number that is a name of its own', () => {
    expect(unique(['a', 'a (2)', 'a', 'a (2)'])).toEqual(['a', 'a (2)', 'a (3)', 'a (2) (2)'])
  })

  it('gives each a name of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Red', 'Red (2)', 'Red (2) (2)', 'Red (3)')), (names) => {
        expect(new Set(unique(names)).size).toBe(names.length)
      }),
    )
  })
})
