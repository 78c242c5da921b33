import { expect } from 'vitest'
import type { CodeStage } from './code-stage'
import { type NodeData, rounded } from './insert-case'

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

/**
 * Does something to a document, and holds it against what was there before, after undo and after redo. `act` gives the id of the layer
 * that is replaced, if any; `count` pictures are new then.
 */
export async function expectNothingElse(
  stage: CodeStage,
  act: () => Promise<string | null>,
  look = async () => {},
  count = 1,
): Promise<void> {
  const before = stage.editor.contents()
  const replaced = await act()
  const after = stage.editor.contents()
  const known = new Set(before.nodes.map(({ id }) => id))
  const isGone = replaced !== null && !after.nodes.some(({ id }) => id === replaced)
  const gone = isGone ? familyOf(before.nodes, replaced) : new Set<string>()
  expect(rest(after.nodes, known, gone)).toEqual(rest(before.nodes, known, gone))
  const tops = after.nodes.filter(({ id, parent }) => !known.has(id) && known.has(parent ?? ''))
  expect(tops).toHaveLength(count)
  await look()
  expect(stage.editor.undo()).toBe(true)
  expect(stage.editor.contents()).toEqual(before)
  expect(stage.editor.redo()).toBe(true)
  expect(stage.editor.contents()).toEqual(after)
  expect(stage.faults).toEqual([])
}
