import { expect } from 'vitest'
import type { CodeStage } from './code-stage'
import { type NodeData, rounded } from './insert-case'

/**
 * Returns the earlier layers, except those that were removed. Auto layout items move with their neighbors, and frames grow with their
 * content.
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

/** Returns the ids of a layer and its descendants. */
function familyOf(all: readonly NodeData[], id: string | null): Set<string> {
  const found = new Set(id === null ? [] : [id])
  for (const node of all) if (node.parent !== null && found.has(node.parent)) found.add(node.id)
  return found
}

/**
 * Changes a document, and compares it with the earlier one, after undo and after redo. `act` returns the id of the replaced layer, if any;
 * `count` pictures are new then.
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
