import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import { type CodeStage, openCode } from '../support/code-stage'
import { insert, type NodeData, nodeOf, rounded, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'
import { grow, layersOfDocument } from '../support/random-document'
import { marked, openWatcher } from '../support/seen'

const as = fc.constantFrom<Picture['as']>('frame', 'component', 'vector')

/**
 * What there is of the layers that were there before, but for those that are gone. What lies in auto layout moves with its
 * neighbors, and grows with its content.
 */
function rest(all: readonly NodeData[], known: ReadonlySet<string>, gone: ReadonlySet<string>) {
  const byId = new Map(all.map((node) => [node.id, node]))
  const isLaidOut = (node: NodeData | undefined): boolean =>
    node !== undefined && (node.layout.layoutMode !== 'NONE' || isLaidOut(byId.get(node.parent ?? '')))
  return rounded(
    all
      .filter(({ id }) => known.has(id) && !gone.has(id))
      .map((node) => ({
        ...node,
        children: node.children.filter((id) => known.has(id) && !gone.has(id)),
        ...(isLaidOut(node) && {
          ...{ transform: null, width: null, height: null },
          // A grid without a free cell grows by a row.
          layout: { ...node.layout, gridRowCount: null },
        }),
      })),
  )
}

/** Ids of a layer and of all in it. */
function familyOf(all: readonly NodeData[], id: string | null): Set<string> {
  const found = new Set(id === null ? [] : [id])
  for (const node of all) if (node.parent !== null && found.has(node.parent)) found.add(node.id)
  return found
}

/** Does something to a document, and holds it against what was there before, after undo and after redo. */
async function expectNothingElse(act: () => Promise<string | null>, look = async () => {}): Promise<void> {
  const before = stage.editor.contents()
  const replaced = await act()
  const after = stage.editor.contents()
  const known = new Set(before.nodes.map(({ id }) => id))
  const isGone = replaced !== null && !after.nodes.some(({ id }) => id === replaced)
  const gone = isGone ? familyOf(before.nodes, replaced) : new Set<string>()
  expect(rest(after.nodes, known, gone)).toEqual(rest(before.nodes, known, gone))
  const tops = after.nodes.filter(({ id, parent }) => !known.has(id) && known.has(parent ?? ''))
  expect(tops).toHaveLength(1)
  await look()
  expect(stage.editor.undo()).toBe(true)
  expect(stage.editor.contents()).toEqual(before)
  expect(stage.editor.redo()).toBe(true)
  expect(stage.editor.contents()).toEqual(after)
  expect(stage.faults).toEqual([])
}

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
        await expectNothingElse(async () => {
          await insert(stage, pictureOf(SVG, { as: form, replace: target }))
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
          async () => {
            const dropMetadata = { inkwright: pictureOf(marked(400, 200), { as: form }) }
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
