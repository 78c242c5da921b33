import { expect, it } from 'vitest'
import { WindingReader } from '../../../../src/vector/coverage/winding'
import type { Path } from '../../../../src/vector/path/path'
import { box, disc, polygons } from './drawings'

const read = (path: Path) => new WindingReader(16, 1 / 64, 1 / 1000).read(path)
const clean = (sign: 1 | -1, single = true) => ({ sign, spots: [], single })

it.each<[string, Path, ReturnType<typeof read>]>([
  ['a square', polygons(box(1, 1, 5, 5)), clean(1)],
  ['a square the other way', polygons(box(1, 1, 5, 5, true)), clean(-1)],
  ['a disc', disc(8, 8, 5), clean(1)],
  ['a disc the other way', disc(8, 8, 5, true), clean(-1)],
  ['a ring', polygons(box(1, 1, 9, 9), box(3, 3, 7, 7, true)), clean(1)],
  ['an island in a hole', polygons(box(1, 1, 9, 9, true), box(3, 3, 7, 7), box(4, 4, 5, 5, true)), clean(-1)],
  ['two layers', polygons(box(1, 1, 9, 9), box(3, 3, 7, 7)), clean(1, false)],
  [
    'forty in a row, written in no order',
    polygons(
      ...Array.from({ length: 40 }, (_, i) => (i * 17) % 40).map((i) => box(i / 4, 1, i / 4 + 0.2, 5)),
    ),
    clean(1),
  ],
  ['two that share an edge', polygons(box(1, 1, 4, 4), box(4, 1, 8, 4)), clean(1)],
  ['an open path', { ...polygons([1, 1, 5, 1, 5, 5]), commands: Uint8Array.of(0, 1, 1) }, clean(1)],
  ['nothing inside', polygons([1, 1, 5, 1]), clean(1)],
  ['less than a line is high', polygons(box(1, 1.001, 5, 1.002, true)), clean(-1)],
  ['what lies outside the canvas', polygons(box(1, 20, 5, 30, true)), clean(-1)],
  ['a figure of eight', polygons([1, 1, 5, 5, 5, 1, 1, 5]), null],
  ['two apart that wind against each other', polygons(box(1, 1, 4, 4), box(6, 1, 9, 4, true)), null],
])('WindingReader reads %s', (_, path, expected) => {
  expect(read(path)).toEqual(expected)
})

it('WindingReader returns null for paths that are too long', () => {
  const reader = new WindingReader(16, 1 / 4096, 1 / 1000)
  const zigzag = polygons(Array.from({ length: 8000 }, (_, i) => (i * 7) % 16))
  expect(reader.read(zigzag)).toBeNull()
  expect(reader.read(disc(3, 12, 2))).toBeNull()
})
