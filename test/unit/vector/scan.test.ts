import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scanner } from '../../../src/vector/path/scan'

const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${max}}$`))

describe('Scanner', () => {
  it('reads numbers exactly like JavaScript', () => {
    fc.assert(
      fc.property(
        ...([fc.constantFrom('', '-', '+'), digits(18), digits(24)] as const),
        fc.constantFrom('', 'e3', 'E-21', 'e+400', 'e'),
        (sign, whole, decimals, exponent) => {
          fc.pre(whole !== '' || decimals !== '')
          const text = `${sign}${whole}${decimals && `.${decimals}`}`
          const plain = exponent === 'e' ? '' : exponent
          expect(new Scanner(text + exponent).number()).toBe(Number(text + plain))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each(['', '-', '+', '.', '-.', 'e3', '.e3', '--1'])(
    'finds no number in "%s", and does not advance',
    (text) => {
      const scanner = new Scanner(`${text}M`)
      expect(scanner.number()).toBeNaN()
      expect(scanner.ended).toBe(false)
    },
  )
})
