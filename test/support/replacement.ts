import type { DocumentBuilder } from 'figma-host/document'
import { expect } from 'vitest'
import type { Picture } from '../../src/protocol/contract'
import { expectBox, found, insert, type insertSuite, nodeOf, rounded, SVG } from './insert-case'
import { pictureOf } from './picture'

type Suite = ReturnType<typeof insertSuite>

/** A horizontal auto layout of fixed size. */
export const row = {
  layoutMode: 'HORIZONTAL',
  itemSpacing: 10,
  primaryAxisSizingMode: 'FIXED',
  counterAxisSizingMode: 'FIXED',
} as const

export type Replacement = Awaited<ReturnType<typeof replaceIn>>

/** Builds a document, and replaces the layer that `build` returns with the picture. */
export async function replaceIn(
  { open }: Suite,
  build: (builder: DocumentBuilder) => string,
  more: Partial<Picture> = {},
) {
  const { stage, toasts, selected } = await open(build)
  const id = selected ?? ''
  const old = { ...found(stage, id), node: nodeOf(stage, id) }
  const before = stage.editor.contents()
  const inserted = await insert(stage, pictureOf(SVG, more), { replace: id })
  const node = nodeOf(stage, inserted.nodeId)
  return { stage, toasts, old, before, inserted, node, ...found(stage, inserted.nodeId) }
}

/**
 * Expects the bounding box, rotation, and order of the old layer, which is gone, and unchanged siblings. One undo restores it, and redo the
 * new one.
 */
export function expectInItsPlace({ stage, old, before, frame, parent, node }: Replacement) {
  const box = old.frame.absoluteBoundingBox
  if (box) expectBox(frame, box.x, box.y, box.width, box.height)
  expect(frame.name).toBe(old.frame.name)
  expect(parent?.id).toBe(old.parent?.id)
  const siblings = parent?.children ?? stage.editor.snapshot().layers
  const formerly = old.parent?.children ?? before.nodes.filter(({ parent }) => parent === old.node.parent)
  expect(siblings.map(({ id }) => id)).toEqual(
    formerly.map(({ id }) => (id === old.frame.id ? frame.id : id)),
  )
  for (const row of [0, 1] as const) {
    for (const column of [0, 1] as const)
      expect(node.transform[row][column]).toBeCloseTo(old.node.transform[row][column], 2)
  }
  const rest = (nodes: typeof before.nodes, gone: string) =>
    nodes
      .filter(({ id, parent }) => id !== gone && parent !== gone)
      .map((node) => ({ ...node, children: node.children.filter((id) => id !== gone) }))
  expect(rounded(rest(stage.editor.contents().nodes, frame.id))).toEqual(
    rounded(rest(before.nodes, old.frame.id)),
  )
  expect(stage.editor.snapshot().selection).toEqual([frame.id])
  const after = stage.editor.contents()
  expect(stage.editor.undo()).toBe(true)
  expect(stage.editor.contents()).toEqual(before)
  expect(stage.editor.redo()).toBe(true)
  expect(stage.editor.contents()).toEqual(after)
}
