import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerName, uniqueNames } from '../../../../src/vector/steps/names'
import { gradient, solid, strokeOf } from '../layers/drawings'

describe('layerName', () => {
  it('has the color’s name, its hex and the number of shapes', () => {
    const red = { fill: solid('#8d1a0c'), stroke: null }
    expect(layerName(red, 34)).toBe('Dark red #8d1a0c · 34 shapes')
    expect(layerName(red, 1)).toBe('Dark red #8d1a0c · 1 shape')
    expect(layerName(red, null)).toBe('Dark red #8d1a0c')
  })

  it('has the first and last color of a gradient', () => {
    expect(layerName({ fill: gradient('#aabbcc', '#ddeeff'), stroke: null }, 2)).toBe(
      'Gradient #aabbcc → #ddeeff · 2 shapes',
    )
  })

  it('uses the stroke of a shape without a fill', () => {
    expect(layerName({ fill: null, stroke: strokeOf('#000000', 1) }, 1)).toBe('Black #000000 · 1 shape')
  })
})

describe('unique', () => {
  it('numbers repeated names', () => {
    expect(uniqueNames(['a', 'b', 'a', 'a', 'b'])).toEqual(['a', 'b', 'a (2)', 'a (3)', 'b (2)'])
  })

  it('skips numbers that result in an existing name', () => {
    expect(uniqueNames(['a', 'a (2)', 'a', 'a (2)'])).toEqual(['a', 'a (2)', 'a (3)', 'a (2) (2)'])
  })

  it('makes every name unique', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Red', 'Red (2)', 'Red (2) (2)', 'Red (3)')), (names) => {
        expect(new Set(uniqueNames(names)).size).toBe(names.length)
      }),
    )
  })
})
