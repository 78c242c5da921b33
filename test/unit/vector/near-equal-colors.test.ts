import { describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'

describe('near-equal colors', () => {
  const svg = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`
  const colors = (content: string, mode: LayerMode = 'merged') =>
    prepare(svg(content), { layers: mode }).report.palette.map(({ color }) => color)

  it.each([
    ['254 and 255 white', 'rgb(255,255,255)', 'rgb(254,254,254)'],
    ['two blacks', 'rgb(0,0,0)', 'rgb(2,1,2)'],
  ])('become one where nobody sees their edge: %s', (_name, one, other) => {
    const content = `<path d="M0 0H100V100H0Z" fill="${one}"/><path d="M20 20H80V80H20Z" fill="${other}"/>`
    expect(colors(content)).toHaveLength(1)
    expect(colors(content, 'as-drawn')).toHaveLength(2)
  })

  it('stay two where they meet in an edge that can be seen', () => {
    const content =
      '<path d="M0 0H50V100H0Z" fill="rgb(240,200,80)"/><path d="M50 0H100V100H50Z" fill="rgb(240,203,84)"/>'
    expect(colors(content)).toHaveLength(2)
  })

  it('become one where they are apart', () => {
    const content = `<path d="M0 0H100V100H0Z" fill="#1a55e0"/><path d="M5 5H40V95H5Z" fill="rgb(240,200,80)"/><path d="M60 5H95V80H60Z" fill="rgb(240,203,84)"/>`
    expect(colors(content).sort()).toEqual(['#1a55e0', '#f0c850'])
  })
})
