import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LINE, MOVE, type Path, PathBuilder } from '../../../src/vector/path/path'
import { transformPath } from '../../../src/vector/path/transform'

/** Number of points of an identifiable path; sometimes more than a builder keeps for the next one. */
const size = fc.oneof(
  { weight: 8, arbitrary: fc.nat(40) },
  { weight: 2, arbitrary: fc.nat(5000) },
  { weight: 1, arbitrary: fc.constant(40_000) },
)

/** As text, because tens of thousands of numbers take long to compare one by one. */
const plain = ({ commands, coords }: Path) => `${commands.join()} ${coords.join()}`

const expected = (mark: number, points: number) =>
  plain({
    commands: Uint8Array.from({ length: points }, (_, i) => (i === 0 ? MOVE : LINE)),
    coords: Float64Array.from({ length: 2 * points }, (_, i) => mark + (i >> 1) * (i % 2 === 0 ? 1 : -1)),
  })

function grow(builder: PathBuilder, mark: number, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    if (i === 0) builder.move(mark, mark)
    else builder.line(mark + i, mark - i)
  }
}

describe('PathBuilder', () => {
  it('returns what was drawn into each path, even if several are built at the same time', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(size, fc.boolean()), { minLength: 1, maxLength: 12 }), (wishes) => {
        const waiting: (() => void)[] = []
        const done: (() => void)[] = []
        for (const [mark, [points, later]] of wishes.entries()) {
          const builder = new PathBuilder()
          grow(builder, mark, 0, points >> 1)
          const finish = () => {
            grow(builder, mark, points >> 1, points)
            const path = builder.finish()
            expect(builder.segments).toBe(0)
            const moved = transformPath(path, { a: 1, b: 0, c: 0, d: 1, e: 1000, f: 1000 })
            // Checked when all of them exist.
            done.push(() => {
              expect(plain(path)).toBe(expected(mark, points))
              expect(plain(moved)).toBe(expected(mark + 1000, points))
            })
          }
          if (later) waiting.push(finish)
          else finish()
        }
        for (const finish of waiting.reverse()) finish()
        for (const look of done) look()
      }),
      { numRuns: 25 },
    )
  })

  it('can be reused after a path is finished', () => {
    const builder = new PathBuilder()
    grow(builder, 1, 0, 3)
    const first = builder.finish()
    const other = new PathBuilder()
    grow(other, 3, 0, 4)
    grow(builder, 2, 0, 2)
    expect(plain(other.finish())).toBe(expected(3, 4))
    expect(plain(builder.finish())).toBe(expected(2, 2))
    expect(plain(first)).toBe(expected(1, 3))
  })
})
