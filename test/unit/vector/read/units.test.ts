import { describe, expect, it } from 'vitest'
import { readSvg } from '../../../../src/vector/read/read'
import { each, gradientsOf, picture } from './picture'

const widthOf = (width: string, around = '', root = 'width="200" height="100"') => {
  const [d = ''] = each('d', `<g ${around}><rect width="${width}" height="1"/></g>`, root)
  return Number(/L(\S+) 0/.exec(d)?.[1])
}

describe('lengths in units', () => {
  it.each([
    ['2em', '', 32],
    ['2em', 'font-size="10"', 20],
    ['2em', 'style="font-size:2em"', 64],
    ['2em', 'style="font:italic 12px/2 serif"', 24],
    ['2em', 'font-size="50%"', 16],
    ['1em', 'font-size="large"', 18],
    ['1em', 'font-size="made-up"', 16],
    ['2rem', 'font-size="10"', 32],
    ['2EX', 'font-size="10"', 10],
    ['2ch', 'font-size="10"', 10],
    ['2ch', 'font-size="10" font-family="monospace"', 12],
    ['1in', '', 96],
    ['1cm', '', 37.8],
    ['10mm', '', 37.8],
    ['40Q', '', 37.8],
    ['3pc', '', 48],
    ['3pt', '', 4],
    ['10%', '', 20],
    ['10vw', '', 20],
    ['10vh', '', 10],
    ['10vmin', '', 10],
    ['10vmax', '', 20],
  ])('%s in a group with %s', (width, around, px) => {
    expect(widthOf(width, around)).toBeCloseTo(px, 1)
  })

  it('take the font of the root for rem, and in the size of the root itself', () => {
    expect(widthOf('2rem', 'font-size="99"', 'font-size="10" width="20em" height="9rem"')).toBe(20)
    const { width, height } = readSvg(
      picture('<path d="M0 0H9V9"/>', 'font-size="10" width="20em" height="9rem"'),
    ).drawing
    expect([width, height]).toEqual([200, 90])
  })

  it('are handed down in px', () => {
    const content =
      '<g font-size="10" stroke="red" stroke-width=".5em" stroke-dasharray="1em 2em"><path font-size="90" d="M0 0H9"/></g>'
    expect(each('stroke-width', content)).toEqual(['5'])
    expect(each('stroke-dasharray', content)).toEqual(['10 20'])
  })

  it('hold for gradients', () => {
    const content =
      '<g font-size="10"><linearGradient id="a" gradientUnits="userSpaceOnUse" x2="5em"><stop/><stop offset="1" stop-color="red"/></linearGradient></g><rect width="9" height="9" fill="url(#a)"/>'
    expect(gradientsOf(content)[0]).toContain('x2="50"')
  })

  it('are no attack, however large', () => {
    expect(widthOf('.01em', 'style="font-size:1e300em"')).toBe(100)
  })
})
