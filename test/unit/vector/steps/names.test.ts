import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerName, uniqueNames } from '../../../../src/vector/steps/names'
import { gradient, solid, strokeOf } from '../layers/drawings'

describe('layerName', () => {
  it('says the color, its value and the number of shapes', () => {
    const red = { fill: solid('#8d1a0c'), stroke: null }
    expect(layerName(red, 34)).toBe('Dark red #8d1a0c · 34 shapes')
    expect(layerName(red, 1)).toBe('Dark red #8d1a0c · 1 shape')
    expect(layerName(red, null)).toBe('Dark red #8d1a0c')
  })

  it('says the ends of a gradient', () => {
    expect(layerName({ fill: gradient('#aabbcc', '#ddeeff'), stroke: null }, 2)).toBe(
      'Gradient #aabbcc → #ddeeff · 2 shapes',
    )
  })

  it('names a line by its stroke', () => {
    expect(layerName({ fill: null, stroke: strokeOf('#000000', 1) }, 1)).toBe('Black #000000 · 1 shape')
  })
})

describe('unique', () => {
  it('numbers what was there before', () => {
    expect(uniqueNames(['a', 'b', 'a', 'a', 'b'])).toEqual(['a', 'b', 'a (2)', 'a (3)', 'b (2)'])
  })

  it('gives no number that is a name of its own', () => {
    expect(uniqueNames(['a', 'a (2)', 'a', 'a (2)'])).toEqual(['a', 'a (2)', 'a (3)', 'a (2) (2)'])
  })

  it('gives each a name of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Red', 'Red (2)', 'Red (2) (2)', 'Red (3)')), (names) => {
        expect(new Set(uniqueNames(names)).size).toBe(names.length)
      }),
    )
  })
})
