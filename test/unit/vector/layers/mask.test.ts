import { describe, expect, it } from 'vitest'
import { BOUNDARY, CENTER, FULL, TOUCHED } from '../../../../src/vector/coverage/cell-bits'
import { gridOf } from '../../../../src/vector/coverage/grid'
import { Mask } from '../../../../src/vector/coverage/mask'
import type { Shape } from '../../../../src/vector/drawing'
import type { Path } from '../../../../src/vector/path/path'
import { box, disc, polygons } from './drawings'

/** One character per cell: ' ' nothing, '.' near, '#' touched, 'F' full. Only with a stroke or fill. */
function picture(
  path: Path,
  rule: Shape['fillRule'] | null = 'nonzero',
  reach = 0,
  mask = eight(),
): string[] {
  const { columns, rows } = mask.grid
  const cells = new Array<string>(columns * rows).fill(' ')
  const count = mask.cover(path, rule, reach)
  for (let i = 0; i < count; i += 1) {
    const bits = mask.bits[i] ?? 0
    cells.fill(bits & FULL ? 'F' : bits & TOUCHED ? '#' : '.', mask.starts[i], mask.ends[i])
  }
  return Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns).join(''))
}

const eight = () => new Mask(gridOf(80, 80, 8))

describe('Mask', () => {
  it('distinguishes near, touched and full cells', () => {
    expect(picture(polygons(box(15, 15, 65, 65)))).toEqual([
      '........',
      '.######.',
      '.######.',
      '.##FF##.',
      '.##FF##.',
      '.######.',
      '.######.',
      '........',
    ])
  })

  it('clips what is outside, and treats the clipped shape as continuing there', () => {
    const band = ['FFFFFFFF', '########', '########', '........']
    expect(picture(polygons(box(-1e6, -1e6, 1e6, 25)))).toEqual([...band, ...new Array(4).fill('        ')])
    expect(
      picture(polygons(box(500, 500, 900, 900)))
        .join('')
        .trim(),
    ).toBe('')
    expect(picture(disc(40, 40, 1000))).toEqual(new Array(8).fill('FFFFFFFF'))
  })

  it('fills by the given rule, or not at all without one', () => {
    const ring = polygons(box(5, 5, 75, 75), box(15, 15, 65, 65))
    expect(picture(ring)[4]).toBe('###FF###')
    expect(picture(ring, 'evenodd')[4]).toBe('##.  .##')
    expect(picture(polygons(box(15, 15, 65, 65)), null)[4]).toBe('.#.  .#.')
  })

  it('closes an open subpath for the fill, not for the line', () => {
    const closed = polygons(box(15, 15, 65, 65))
    const open = { ...closed, commands: closed.commands.slice(0, -1) }
    expect(picture(open)).toEqual(picture(closed))
    expect(picture(open, null)[4]).toBe('     .#.')
  })

  it('widens a line by its reach', () => {
    expect(picture(polygons([5, 45, 75, 45]), null, 8).map((row) => row[3])).toEqual([...'  .###. '])
  })

  it.each([8, 200])('marks cells within a reach of %i px as touched, without changing the fill', (reach) => {
    const ring = polygons(box(-15, -15, 95, 65), box(15, 35, 65, 45, true))
    const [alone, stroked] = [picture(ring), picture(ring, 'nonzero', reach)]
    const full = (rows: string[]) => rows.map((row) => row.replace(/[^F]/g, ' '))
    expect(full(stroked)).toEqual(full(alone))
    expect(full(alone).join('')).toContain('F')
    if (reach > 80) expect(stroked.join('')).toMatch(/^[#F]*$/)
  })

  it('marks filled cell centers and boundary cells', () => {
    const mask = eight()
    const count = mask.cover(polygons(box(16, 16, 36, 36)), 'nonzero')
    const cellsWith = (bit: number) =>
      Array.from({ length: 64 }, (_, cell) => cell).filter((cell) =>
        Array.from({ length: count }, (_, i) => i).some(
          (i) =>
            cell >= (mask.starts[i] ?? 0) && cell < (mask.ends[i] ?? 0) && ((mask.bits[i] ?? 0) & bit) !== 0,
        ),
      )
    expect(cellsWith(CENTER)).toEqual([18, 19, 26, 27])
    expect(cellsWith(BOUNDARY)).toEqual([9, 10, 11, 17, 19, 25, 26, 27])
  })

  it.each([
    ['a shape over everything', polygons(box(0, 0, 80, 80)), polygons(box(35, 35, 45, 45))],
    ['a disc far outside', disc(1e5, 40, 1e5), polygons(box(35, 35, 45, 45))],
    ['a line outside', polygons([-50, 0, -50, 80]), polygons(box(-5, 15, 65, 65))],
    ['a shape as small as a cell', polygons([44, 44, 45, 44, 45, 45]), polygons([44, 44, 45, 44, 45, 45])],
  ])('has no marks left from %s', (_name, before, path) => {
    for (const rule of ['nonzero', 'evenodd', null] as const) {
      const mask = eight()
      picture(before, rule, 0, mask)
      expect(picture(path, rule, 0, mask)).toEqual(picture(path, rule))
    }
  })

  it('finds the same centers without the boundary, and has no marks left', () => {
    const mask = eight()
    const middles = (reach: number | null) => {
      const count = mask.cover(disc(38, 42, 21), 'nonzero', reach)
      const spans = Array.from({ length: count }, (_, i) => [mask.bits[i] ?? 0, mask.starts[i], mask.ends[i]])
      return spans.flatMap(([bits = 0, start = 0, end = 0]) =>
        Array.from({ length: bits & CENTER ? end - start : 0 }, (_, i) => start + i),
      )
    }
    const without = middles(null)
    expect(without.length).toBeGreaterThan(10)
    expect(middles(null)).toEqual(without)
    expect(middles(0)).toEqual(without)
  })
})
