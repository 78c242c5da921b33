import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../../src/vector/layers/arrange'
import { type PrepareOptions, prepare } from '../../../../src/vector/prepare'
import { readSvg } from '../../../../src/vector/read/read'
import { findBackground } from '../../../../src/vector/steps/background'
import { overlappingDrawing } from '../../../support/overlapping-drawings'

const MODES: readonly LayerMode[] = ['as-drawn', 'grouped', 'merged', 'objects']

function render(svg: string, background: string) {
  const image = new Resvg(svg, {
    background,
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: 3 },
  })
  const { width, height, pixels } = image.render()
  return { width, height, words: new Uint32Array(new Uint8Array(pixels).buffer) }
}

/** Returns the share of the pixels that differ and are more than one pixel away from every edge of both pictures. */
function difference(one: string, other: string, ground: string): number {
  const [a, b] = [render(one, ground), render(other, ground)]
  const isFlat = ({ words, width }: typeof a, at: number) =>
    [-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1].every(
      (step) => words[at + step] === words[at],
    )
  let differing = 0
  for (let row = 1; row + 1 < a.height; row += 1) {
    for (let at = row * a.width + 1; at + 1 < (row + 1) * a.width; at += 1)
      if (a.words[at] !== b.words[at] && isFlat(a, at) && isFlat(b, at)) differing += 1
  }
  return differing / (a.width * a.height)
}

/** A drawing on white in which a third of the shapes are white, without strokes. */
const withHoles = overlappingDrawing
  .map((svg) => svg.replace(/ stroke[-\w]*="[^"]*"/g, '').replaceAll('fill="#e01010"', 'fill="#ffffff"'))
  // If there were only holes, they would be the picture.
  .filter((svg) => /fill="#(?!ffffff)/.test(svg) && findBackground(readSvg(svg).drawing)?.index === 0)

describe('shapes in the background’s color', () => {
  it('become holes that show any background, in every mode', () => {
    const sums = { cut: 0, left: 0 }
    const property = fc.property(withHoles, fc.constantFrom('#ff00ff', '#202020'), (svg, ground) => {
      const onGround = svg.replace(/fill="#ffffff"(?! fill-opacity="0)/g, `fill="${ground}"`)
      for (const layers of MODES) {
        const options: PrepareOptions = { layers, holes: 'cut', background: 'remove' }
        const { svg: cut, report } = prepare(svg, options)
        sums.cut += report.holes.cut
        sums.left += report.holes.left
        const original = report.holes.left > 0 ? svg : onGround
        expect(difference(original, cut, report.holes.left > 0 ? '#ffffff' : ground)).toBeLessThanOrEqual(
          0.001,
        )
      }
    })
    fc.assert(property, { numRuns: 12, endOnFailure: true })
    expect(sums.cut).toBeGreaterThan(sums.left)
  }, 120_000)
})
