import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { overlap, type Point } from '../../src/code/placement/boxes'
import type { Insertion, Picture } from '../../src/protocol/contract'
import { type CodeStage, openCode } from '../support/code-stage'
import { boxOf, insert, insertAll, nodeOf, SVG } from '../support/insert-case'
import { expectNothingElse } from '../support/nothing-else'
import { pictureOf } from '../support/picture'
import { grow, layersOfDocument } from '../support/random-document'
import { markedPicture, openVisibilityMeter } from '../support/visible-share'

let stage: CodeStage
const watcher = openVisibilityMeter()
beforeEach(async () => {
  stage = await openCode()
})
afterEach(() => stage.close())
afterAll(() => watcher.close())

const at = fc.integer({ min: -900, max: 900 })
const size = fc.constantFrom(
  ...[
    { width: 400, height: 200 },
    { width: 2048, height: 1024 },
  ],
  ...[
    { width: 1024, height: 2048 },
    { width: 1820, height: 1024 },
  ],
)
const form = fc.constantFrom<Picture['as']>('frame', 'component', 'vector')
/** Where they go: placed, or dropped at a point. */
const goal = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Insertion['place']>('auto', 'auto', 'inside', 'beside', 'page') },
  { weight: 1, arbitrary: fc.record({ x: at, y: at }) },
)

/** Inserts pictures, or drops them. Returns their ids. */
async function bring(all: Picture[], to: Insertion['place'] | Point): Promise<string[]> {
  if (typeof to === 'string') return (await insertAll(stage, all, { place: to })).map(({ nodeId }) => nodeId)
  const ids: string[] = []
  const off = stage.panel.on('picture.dropped', (dropped) =>
    ids.push(...dropped.pictures.map(({ nodeId }) => nodeId)),
  )
  const dropMetadata = { inkwright: all.map((picture) => ({ job: null, picture })) }
  await stage.editor.drop({ ...to, items: [{ type: 'image/svg+xml', data: SVG }], dropMetadata })
  await expect.poll(() => ids.length).toBe(all.length)
  off()
  return ids
}

/** Expects whole px in its container. Auto layout may use fractions. */
function expectWholePixels(id: string): void {
  const { parent } = nodeOf(stage, id)
  const isItem = parent !== null && nodeOf(stage, parent).layout.layoutMode !== 'NONE'
  const box = boxOf(stage, id)
  expect(isItem ? box.slice(2) : box).toEqual((isItem ? box.slice(2) : box).map(Math.round))
  expect(Math.min(...box.slice(2))).toBeGreaterThanOrEqual(1)
}

const sizes = fc.oneof(fc.tuple(size), fc.array(size, { minLength: 2, maxLength: 6 }))

it('for any document, selection, and place: all pictures are visible, none covers another, nothing else changes, and undo and redo are one step each', async () => {
  const all = fc.tuple(layersOfDocument, fc.nat(10), sizes, form, goal)
  await fc.assert(
    fc.asyncProperty(all, async ([layers, pick, sizes, as, to]) => {
      stage.editor.setViewport({ center: { x: 0, y: 0 }, zoom: 1 })
      stage.editor.build((b) => {
        const selected = grow(b, layers)[pick]
        b.select(...(selected ? [selected] : []))
      })
      let ids: string[] = []
      const act = async () => {
        const pictures = sizes.map((size) =>
          pictureOf('', { ...size, parts: [markedPicture(size.width, size.height)], as }),
        )
        ids = await bring(pictures, to)
        return null
      }
      const look = async () => {
        const { nodes } = stage.editor.contents()
        for (const id of ids) expect(await watcher.visibleShare(nodes, id)).toBeGreaterThan(0.05)
        expect(new Set(ids.map((id) => nodeOf(stage, id).parent)).size).toBe(1)
        const boxes = ids
          .map((id) => boxOf(stage, id))
          .map(([x, y, width, height]) => ({ x, y, width, height }))
        const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const))
        for (const [a, b] of pairs) expect([a, b, overlap(a, b, -0.1)]).toEqual([a, b, false])
        if (ids.length === 1 && to === 'auto') for (const id of ids) expectWholePixels(id)
      }
      await expectNothingElse(stage, act, look, sizes.length)
    }),
    { numRuns: 110 },
  )
}, 300_000)

it('for any replaced layer: nothing else changes, and undo and redo are one step each', async () => {
  await fc.assert(
    fc.asyncProperty(layersOfDocument, fc.nat(9), form, async (layers, pick, as) => {
      let target = 'none'
      stage.editor.build((b) => {
        target = grow(b, layers)[pick] ?? target
      })
      await expectNothingElse(stage, async () => {
        await insert(stage, pictureOf(SVG, { as }), { replace: target })
        return target
      })
    }),
    { numRuns: 40 },
  )
}, 120_000)
