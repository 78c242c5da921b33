import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LayerMode } from '../../../src/vector/layers/arrange'
import { prepare } from '../../../src/vector/prepare'

const SIDE = 100

/** Tiles along each side of a picture. */
const TILES = 8

const WHITE = '<rect width="100" height="100" fill="#ffffff"/>'

const picture = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${content}</svg>`

const hairlinesIn = (content: string, layers: LayerMode = 'merged') =>
  prepare(picture(content), { layers }).report.leftOut.hairline ?? 0

/** Rows of squares, each with a side of `size` in steps of `step`. */
const squares = (step: number, size = step, attributes = '') =>
  Array.from({ length: TILES * TILES }, (_, i) => {
    const [x, y] = [step * (i % TILES), step * Math.floor(i / TILES)]
    return `<rect x="${x}" y="${y}" width="${size}" height="${size}" ${attributes}/>`
  }).join('')

/** The number of edges within a square of abutting squares. */
const ALL_EDGES = 2 * TILES * (TILES - 1)

describe('the hairlines that merging closes', () => {
  it('are as many as the common edges of tiles, at any scale and angle', () => {
    const tiles = fc.array(fc.nat(3), { minLength: TILES * TILES, maxLength: TILES * TILES })
    fc.assert(
      fc.property(
        tiles,
        fc.integer({ min: -44, max: 44 }),
        fc.double({ min: 6, max: 8, noNaN: true }),
        (drawn, angle, step) => {
          const isTile = drawn.map((one) => one > 0)
          const rects = isTile.map((is, i) => {
            const [x, y] = [i % TILES, Math.floor(i / TILES)]
            return is ? `<rect x="${x}" y="${y}" width="1" height="1"/>` : ''
          })
          const place = `translate(50 50) rotate(${angle}) scale(${step}) translate(${-TILES / 2} ${-TILES / 2})`
          const edges = isTile.flatMap((is, i) => [
            is && i % TILES < TILES - 1 && isTile[i + 1],
            is && isTile[i + TILES],
          ])
          const count = edges.filter(Boolean).length
          fc.pre(count >= 3 * TILES)
          expect(hairlinesIn(`${WHITE}<g transform="${place}">${rects.join('')}</g>`)).toBe(count)
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each([
    ['in a clipped group', `<svg width="50" height="100">${squares(10.3)}</svg>`, 67],
    [
      'where only a part of an edge is common',
      '<path d="M10 0H50V100H10Z"/><path d="M50 -50H90V45H50Z"/><path d="M50 55H90V150H50Z"/><path d="M90 0H99V100H90Z"/>',
      4,
    ],
    [
      'along curves',
      '<path d="M10 50A40 40 0 1 1 90 50A40 40 0 1 1 10 50ZM20 50A30 30 0 1 0 80 50A30 30 0 1 0 20 50Z"/><path d="M20 50A30 30 0 1 1 80 50A30 30 0 1 1 20 50Z"/>',
      4,
    ],
    ['with nothing behind', squares(10.3), ALL_EDGES],
  ] as const)('are counted %s', (_name, content, count) => {
    expect(hairlinesIn(content)).toBe(count)
  })

  it('are counted in objects, too', () => {
    expect(hairlinesIn(squares(10.3), 'objects')).toBeGreaterThan(0)
  })

  it.each([
    ['shapes stay apart', WHITE + squares(10), 'as-drawn'],
    ['shapes are only grouped', WHITE + squares(10), 'grouped'],
    ['shapes do not touch', WHITE + squares(10, 9), 'merged'],
    ['shapes overlap', WHITE + squares(10, 11), 'merged'],
    ['the same color is behind', `<rect width="100" height="100"/>${squares(10)}`, 'merged'],
    ['they are covered', `${squares(10)}<rect width="100" height="100" fill="#ffffff"/>`, 'merged'],
    ['edges are hard', WHITE + squares(10, 10, 'shape-rendering="crispEdges"'), 'merged'],
    [
      'a pattern repeats',
      '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="10" height="6"/></pattern><rect width="100" height="100" fill="url(#p)"/>',
      'merged',
    ],
    [
      'a shape meets itself',
      '<path d="M10 10H90V90H10V50H30V70H70V30H30V50H10Z"/><path d="M92 92h4v4h-4z"/>',
      'merged',
    ],
    [
      'they are too short to be noticed',
      `${WHITE}<path d="M0 0h9v9h-9z"/><path d="M9 0h9v9h-9z"/>`,
      'merged',
    ],
  ] as const)('are none where %s', (_name, content, mode) => {
    expect(hairlinesIn(content, mode)).toBe(0)
  })
})
