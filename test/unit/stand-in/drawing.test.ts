import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from '../../../stand-in/drawing'
import { SIZES, STYLES } from '../../../stand-in/parameters'
import { checkGrammar } from './grammar'

const WORDS =
  'a the red blue golden fox cats panda owl fish whale mountains forest sea city night sunset rocket coffee robot flower pattern logo portrait background underwater desert snowy three constructor toString'.split(
    ' ',
  )
const prompts = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
)

describe('a drawing', () => {
  it('is in the grammar of the real pictures, whatever is asked for', () => {
    fc.assert(
      fc.property(
        prompts,
        fc.constantFrom(...STYLES),
        fc.constantFrom(...SIZES),
        fc.nat(),
        (prompt, style, size, seed) => {
          const report = checkGrammar(draw(prompt, style, size, seed))
          expect(report.faults).toEqual([])
          expect(`${report.width}x${report.height}`).toBe(size)
          const [width, height] = report.viewBox
          expect(width / height).toBeCloseTo(report.width / report.height, 2)
          expect(report.paths.length).toBeGreaterThanOrEqual(8)
          expect(report.paths.length).toBeLessThanOrEqual(900)
        },
      ),
      { numRuns: 16 },
    )
  })

  it('is the same, byte for byte, for the same arguments, and differs with each of them', () => {
    const base = draw('a fox by the sea', 'any', '1024x1024', 0)
    expect(draw('a fox by the sea', 'any', '1024x1024', 0)).toBe(base)
    const others = [
      draw('a cat by the sea', 'any', '1024x1024', 0),
      draw('a fox by the sea', 'line_circuit', '1024x1024', 0),
      draw('a fox by the sea', 'any', '1820x1024', 0),
      draw('a fox by the sea', 'any', '1024x1024', 1),
    ]
    expect(new Set([base, ...others]).size).toBe(5)
  })

  it('has in each style what the style is known by', () => {
    const [any, engraving, lineArt, lineCircuit, linocut] = STYLES.map((style) => {
      const { paths, gradients } = checkGrammar(draw('an owl', style, '1024x1024', 1))
      return { count: paths.length, colours: familiesOf(paths), gradients }
    })
    expect(any?.gradients).toBeGreaterThan(0)
    expect(any?.colours).toBeGreaterThan(8)
    expect(engraving).toMatchObject({ colours: 2, gradients: 0 })
    expect(engraving?.count).toBeGreaterThan(300)
    expect(lineArt?.gradients).toBe(0)
    expect(lineArt?.colours).toBeLessThan(6)
    expect(lineCircuit?.count).toBeGreaterThan(200)
    expect(linocut?.count).toBeLessThan(200)
    expect(linocut?.colours).toBeLessThanOrEqual(3)
  })

  it('answers to the words of the prompt', () => {
    const groundOf = (prompt: string) => checkGrammar(draw(prompt, 'any', '1024x1024', 0)).paths[0]?.fill
    expect(groundOf('a cat against a red background')).toBe('rgb(216,67,59)')
    expect(groundOf('a heart, navy background')).toBe('rgb(34,52,95)')
    const fills = checkGrammar(draw('a blue heart', 'any', '1024x1024', 0))
    expect(draw('a blue heart', 'any', '1024x1024', 0)).toContain('rgb(61,116,199)')
    expect(fills.gradients).toBeGreaterThan(0)
  })

  it('uses the room that a wide size gives', () => {
    const spreadOf = (size: '1024x1024' | '2048x1024') =>
      checkGrammar(draw('a forest', 'any', size, 3)).paths.length
    expect(spreadOf('2048x1024')).toBeGreaterThan(spreadOf('1024x1024') * 1.3)
  })

  it('has near-equal colours and holes painted over, as real pictures do', () => {
    const { paths } = checkGrammar(draw('an owl', 'line_art', '1024x1024', 0))
    expect(new Set(paths.map(({ fill }) => fill)).size).toBeGreaterThan(familiesOf(paths))
  })
})

/** How many colours are left when those that differ by 2 or less in each channel count as one. */
function familiesOf(paths: readonly { readonly fill: string }[]): number {
  const families: number[][] = []
  for (const fill of new Set(paths.map((path) => path.fill))) {
    const channels = (fill.match(/\d+/g) ?? []).map(Number)
    const known = families.some((one) =>
      one.every((value, index) => Math.abs(value - (channels[index] ?? 0)) <= 2),
    )
    if (!known && fill.startsWith('rgb')) families.push(channels)
  }
  return families.length
}
