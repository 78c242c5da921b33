import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import { type CodeStage, openCode } from '../support/code-stage'
import { insert, type NodeData, rounded, SVG } from '../support/insert-case'
import { pictureOf } from '../support/picture'
import { grow, layersOfDocument } from '../support/random-document'

const as = fc.constantFrom<Picture['as']>('frame', 'component', 'vector')

/**
 * What there is of the layers that were there before, but for those that are gone. What lies in auto layout moves with its
 * neighbours, and grows with its content.
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
        ...(isLaidOut(node) && { transform: null, width: null, height: null }),
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
async function expectNothingElse(stage: CodeStage, act: () => Promise<string | null>): Promise<void> {
  const before = stage.editor.contents()
  const replaced = await act()
  const after = stage.editor.contents()
  const known = new Set(before.nodes.map(({ id }) => id))
  const isGone = replaced !== null && !after.nodes.some(({ id }) => id === replaced)
  const gone = isGone ? familyOf(before.nodes, replaced) : new Set<string>()
  expect(rest(after.nodes, known, gone)).toEqual(rest(before.nodes, known, gone))
  const tops = after.nodes.filter(({ id, parent }) => !known.has(id) && known.has(parent ?? ''))
  expect(tops).toHaveLength(1)
  expect(stage.editor.undo()).toBe(true)
  expect(stage.editor.contents()).toEqual(before)
  expect(stage.editor.redo()).toBe(true)
  expect(stage.editor.contents()).toEqual(after)
  expect(stage.faults).toEqual([])
  stage.close()
}

describe('whatever the document and the selection, nothing else changes, and undo and redo are one step each:', () => {
  it('inserting', () =>
    fc.assert(
      fc.asyncProperty(layersOfDocument, fc.nat(8), as, async (layers, pick, form) => {
        const stage = await openCode(undefined, {
          build(b) {
            const selected = grow(b, layers)[pick]
            if (selected) b.select(selected)
          },
        })
        await expectNothingElse(stage, async () => {
          await insert(stage, pictureOf(SVG, { as: form }))
          return null
        })
      }),
      { numRuns: 30 },
    ))

  it('replacing', () =>
    fc.assert(
      fc.asyncProperty(layersOfDocument, fc.nat(7), as, async (layers, pick, form) => {
        let target = 'none'
        const stage = await openCode(undefined, {
          build(b) {
            target = grow(b, layers)[pick] ?? target
          },
        })
        await expectNothingElse(stage, async () => {
          await insert(stage, pictureOf(SVG, { as: form, replace: target }))
          return target
        })
      }),
      { numRuns: 40 },
    ))

  it('dropping', () => {
    const point = fc.integer({ min: -900, max: 900 })
    return fc.assert(
      fc.asyncProperty(layersOfDocument, point, point, as, async (layers, x, y, form) => {
        const stage = await openCode(undefined, { build: (b) => void grow(b, layers) })
        const count = stage.editor.contents().nodes.length
        await expectNothingElse(stage, async () => {
          const dropMetadata = { inkwright: pictureOf(SVG, { as: form }) }
          const items = [{ type: 'image/svg+xml', data: SVG }]
          expect(await stage.editor.drop({ x, y, items, dropMetadata })).toBe(true)
          // Selected is what is in its place.
          await expect.poll(() => stage.editor.snapshot().selection).toHaveLength(1)
          expect(stage.editor.contents().nodes.length).toBeGreaterThan(count)
          return null
        })
      }),
      { numRuns: 30 },
    )
  })
})
