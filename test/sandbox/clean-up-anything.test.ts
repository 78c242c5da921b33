import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boxesOf, cleanSelection } from '../support/cleaning'
import { insertSuite } from '../support/insert-case'
import { grow, paintedLayersOfDocument } from '../support/random-document'

const suite = insertSuite()

it('cleaning up any selection: the bounding box stays the same, nothing else changes, and undo restores the page', async () => {
  const { stage } = await suite.open(() => undefined)
  let total = 0
  const all = fc.tuple(
    paintedLayersOfDocument,
    fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  await fc.assert(
    fc.asyncProperty(all, async ([layers, picks, keepsOriginal]) => {
      stage.editor.build((b) => {
        const ids = grow(b, layers)
        const picked = [...new Set(picks.flatMap((at) => ids[at] ?? []))]
        const nested = (id: string) =>
          [...b.document.ancestors(id)].some((above) => picked.includes(above.id))
        b.select(...picked.filter((id) => !nested(id)))
      })
      const before = stage.editor.contents()
      const boxes = boxesOf(stage)
      const failures: string[] = []
      const cleaned = await cleanSelection(stage, { keepsOriginal, failures })
      // A layer that paints nothing, or hardly anything, or is enormous; or whose parent accepts no layers from plugins.
      for (const failure of failures)
        expect(failure).toMatch(
          /not-exported|nothing to draw|a size of|no shape that can be kept|import-empty|does not take this node/,
        )
      const now = boxesOf(stage)
      for (const [id, from] of boxes) {
        const isKept = cleaned.has(id) && keepsOriginal
        const to = isKept ? undefined : now.get(cleaned.get(id)?.nodeId ?? id)
        for (const side of to ? (['x', 'y', 'width', 'height'] as const) : [])
          expect([id, to?.[side]]).toEqual([id, expect.closeTo(from?.[side] ?? Number.NaN, 1)])
      }
      total += cleaned.size
      if (cleaned.size === 0) {
        expect(stage.editor.contents()).toEqual(before)
        return
      }
      const after = stage.editor.contents()
      expect(stage.editor.undo()).toBe(true)
      expect(stage.editor.contents()).toEqual(before)
      expect(stage.editor.redo()).toBe(true)
      expect(stage.editor.contents()).toEqual(after)
      expect(stage.faults).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(total).toBeGreaterThan(30)
}, 240_000)
