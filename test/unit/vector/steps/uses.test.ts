import { describe, expect, it } from 'vitest'
import { prepare } from '../../../../src/vector/prepare'

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
  <defs><linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="50" y2="0"><stop offset="0" stop-color="#0000ff"/><stop offset="1" stop-color="#00ff00"/></linearGradient></defs>
  <path d="M0 0H100V100H0Z" fill="#ffffff"/>
  <path d="M10 10H40V40H10Z" fill="#ff0000" stroke="#000000" stroke-width="2"/>
  <path d="M50 50H90V90H50Z" fill="#000000"/>
  <path d="M50 10H90V40H50Z" fill="url(#g)"/></svg>`

const usesIn = (options: Parameters<typeof prepare>[1]) =>
  Object.fromEntries(prepare(SVG, options).report.original.map(({ color, uses }) => [color, uses]))

describe('what the colors of a picture are used for', () => {
  it('is known for each color, including those of gradients', () => {
    expect(usesIn({})).toEqual({
      '#ffffff': ['fill'],
      '#ff0000': ['fill'],
      '#000000': ['fill', 'stroke'],
      '#0000ff': ['fill'],
      '#00ff00': ['fill'],
    })
  })

  it('is the frame if the background becomes its fill', () => {
    expect(usesIn({ background: 'frame' })).toMatchObject({ '#ffffff': ['frame'], '#ff0000': ['fill'] })
  })

  it('refers to the colors before they are replaced', () => {
    const { original, palette } = prepare(SVG, { recolor: { '#ff0000': '#123456' } }).report
    expect(original.map(({ color }) => color)).toContain('#ff0000')
    expect(palette.map(({ color }) => color)).toContain('#123456')
    expect(palette.map(({ share }) => share)).toEqual(original.map(({ share }) => share))
  })
})
