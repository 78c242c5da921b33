import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import { type CodeStage, openCode } from '../support/code-stage'
import { insert, nodeOf, SVG } from '../support/insert-case'
import { expectNothingElse } from '../support/nothing-else'
import { pictureOf } from '../support/picture'
import { grow, layersOfDocument } from '../support/random-document'
import { marked, openWatcher } from '../support/seen'

const as = fc.constantFrom<Picture['as']>('frame', 'component', 'vector')

const expectSeen = async (id: string) =>
  expect(await watcher.visibleShare(stage.editor.contents().nodes, id)).toBeGreaterThan(0.05)

/** Whole px in its container; auto layout has its own ideas of where things are. */
function expectWholePixels(id: string): void {
  const { transform, width, height, parent } = nodeOf(stage, id)
  const isItem = parent !== null && nodeOf(stage, parent).layout.layoutMode !== 'NONE'
  const [[, , x], [, , y]] = transform
  for (const length of [width, height, ...(isItem ? [] : [x, y])])
    expect(length).toBeCloseTo(Math.round(length), 4)
  expect(Math.round(Math.min(width, height))).toBeGreaterThanOrEqual(1)
}

const size = fc.constantFrom(
  { width: 400, height: 200 },
  { width: 2048, height: 1024 },
  { width: 1024, height: 2048 },
  { width: 1820, height: 1024 },
)
const point = fc.integer({ min: -900, max: 900 })

let stage: CodeStage
const watcher = openWatcher()
beforeEach(async () => {
  stage = await openCode()
})
afterEach(() => stage.close())
afterAll(() => watcher.close())

describe('for any document and selection, nothing else changes, and undo and redo are one step each:', () => {
  it('inserting, and the picture is visible, in whole pixels', () =>
    fc.assert(
      fc.asyncProperty(layersOfDocument, fc.nat(10), size, as, async (layers, pick, size, form) => {
        stage.editor.setViewport({ center: { x: 0, y: 0 }, zoom: 1 })
        stage.editor.build((b) => {
          const selected = grow(b, layers)[pick]
          b.select(...(selected ? [selected] : []))
        })
        let id = ''
        await expectNothingElse(
          stage,
          async () => {
            const parts = [marked(size.width, size.height)]
            id = (await insert(stage, pictureOf('', { ...size, parts, as: form }))).nodeId
            return null
          },
          async () => {
            expectWholePixels(id)
            await expectSeen(id)
          },
        )
      }),
      { numRuns: 70 },
    ))

  it('replacing', () =>
    fc.assert(
      fc.asyncProperty(layersOfDocument, fc.nat(9), as, async (layers, pick, form) => {
        let target = 'none'
        stage.editor.build((b) => {
          target = grow(b, layers)[pick] ?? target
        })
        await expectNothingElse(stage, async () => {
          await insert(stage, pictureOf(SVG, { as: form }), { replace: target })
          return target
        })
      }),
      { numRuns: 40 },
    ))

  it('dropping, and the picture is visible', () =>
    fc.assert(
      fc.asyncProperty(layersOfDocument, point, point, as, async (layers, x, y, form) => {
        stage.editor.build((b) => {
          grow(b, layers)
          b.select()
        })
        const count = stage.editor.contents().nodes.length
        await expectNothingElse(
          stage,
          async () => {
            const dropMetadata = {
              inkwright: [{ job: null, picture: pictureOf(marked(400, 200), { as: form }) }],
            }
            const items = [{ type: 'image/svg+xml', data: SVG }]
            expect(await stage.editor.drop({ x, y, items, dropMetadata })).toBe(true)
            // Selected is what is in its place.
            await expect.poll(() => stage.editor.snapshot().selection).toHaveLength(1)
            expect(stage.editor.contents().nodes.length).toBeGreaterThan(count)
            return null
          },
          () => expectSeen(stage.editor.snapshot().selection[0] ?? ''),
        )
      }),
      { numRuns: 40 },
    ))
})
