import { describe, expect, it } from 'vitest'
import { SIZES, STYLES } from '../../src/parameters'
import { ownPicture } from '../../src/pictures/own'
import { checkGrammar } from './grammar'

const groundOf = (svg: string) => checkGrammar(svg).paths[0]?.fill

describe('a picture of the stand-in', () => {
  it('is in the grammar of the real pictures, in every style and size', () => {
    for (const style of STYLES) {
      for (const size of SIZES) {
        const report = checkGrammar(ownPicture({ prompt: 'anything', style, size }))
        expect(report.faults).toEqual([])
        expect(`${report.width}x${report.height}`).toBe(size)
        const [width, height] = report.viewBox
        expect(width / height).toBeCloseTo(report.width / report.height, 2)
      }
    }
  })

  it('answers to a word of the prompt', () => {
    const pathsOf = (prompt: string) =>
      checkGrammar(ownPicture({ prompt, style: 'any', size: '1024x1024' })).paths.length
    expect(new Set(['a fox', 'a rocket', 'mountains'].map(pathsOf)).size).toBe(3)
  })

  it('is the same, byte for byte, for the same call, and differs with each part of it', () => {
    const call = { prompt: 'a fox', style: 'any', size: '1024x1024' } as const
    const base = ownPicture(call)
    expect(ownPicture(call)).toBe(base)
    const others = [
      ownPicture({ ...call, prompt: 'a red fox' }),
      ownPicture({ ...call, style: 'linocut' }),
      ownPicture({ ...call, size: '1365x1024' }),
      ownPicture(call, 1),
    ]
    expect(new Set([base, ...others]).size).toBe(5)
    expect(groundOf(ownPicture(call, 1))).not.toBe(groundOf(base))
  })
})
