import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cloneNode } from '../../../src/document/clone-node'
import { DocumentModel } from '../../../src/document/document'
import { setTransform } from '../../../src/document/layout'
import { rescaleNode, resizeNode } from '../../../src/document/resize'

/** One step of a random editing session. `at` picks a node, `to` another one, `size` is in px. */
interface Edit {
  readonly kind:
    | 'create'
    | 'group'
    | 'move'
    | 'remove'
    | 'clone'
    | 'name'
    | 'place'
    | 'resize'
    | 'rescale'
    | 'commit'
  readonly at: number
  readonly to: number
  readonly size: number
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'group',
    'move',
    'remove',
    'clone',
    'name',
    'place',
    'resize',
    'rescale',
    'commit',
  ),
  at: fc.nat(1000),
  to: fc.nat(1000),
  size: fc.integer({ min: 1, max: 500 }),
})

function apply(document: DocumentModel, { kind, at, to, size }: Edit): void {
  const page = document.currentPage
  const nodes = document.descendants(page).map(({ id }) => id)
  const id = nodes[at % Math.max(1, nodes.length)]
  const other = nodes[to % Math.max(1, nodes.length)] ?? page
  const holder = document.get(other)?.type === 'RECTANGLE' ? page : other
  if (kind === 'create') {
    document.create(
      { type: at % 2 ? 'FRAME' : 'RECTANGLE', name: `n${at}`, width: size, height: size },
      holder,
    )
    return
  }
  if (kind === 'commit') document.commitUndo()
  if (id === undefined) return
  switch (kind) {
    case 'group': {
      const group = document.create({ type: 'GROUP', name: 'Group' }, document.need(id).parent ?? page)
      document.move(id, group)
      return
    }
    case 'move':
      if (holder !== id && !document.descendants(id).some((node) => node.id === holder))
        document.move(id, holder, to % 3)
      return
    case 'remove':
      return document.remove(id)
    case 'clone':
      if (nodes.length < 40) cloneNode(document, id, page)
      return
    case 'name':
      return document.update(id, { name: `${to}` })
    case 'place':
      return setTransform(document, id, [
        [1, 0, to],
        [0, 1, size],
      ])
    case 'resize':
      return resizeNode(document, id, size, to + 1)
    case 'rescale':
      return rescaleNode(document, id, 1 + (size % 3) / 2)
  }
}

const undoAll = (document: DocumentModel) => {
  let steps = 0
  while (document.undo()) steps++
  return steps
}
const redoAll = (document: DocumentModel) => {
  let steps = 0
  while (document.redo()) steps++
  return steps
}

describe('undo and redo', () => {
  it('lead back to the empty document and forth to the last one, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const document = new DocumentModel()
        const first = document.serialize()
        const seen: unknown[] = []
        for (const step of edits) {
          apply(document, step)
          if (step.kind === 'commit') seen.push(document.serialize())
        }
        const last = document.serialize()
        const steps = undoAll(document)
        expect(document.serialize()).toEqual(first)
        expect(document.canUndo).toBe(false)
        expect(redoAll(document)).toBe(steps)
        expect(document.serialize()).toEqual(last)
        expect(document.canRedo).toBe(false)
        // Every commit is a place where undo stops.
        const stops = [last]
        while (document.undo()) stops.push(document.serialize())
        for (const place of seen) expect(stops).toContainEqual(place)
      }),
      { numRuns: 150 },
    )
  })

  it('keep the tree whole: children know their parents, and no group is empty', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 60 }), fc.nat(20), (edits, back) => {
        const document = new DocumentModel()
        for (const step of edits) apply(document, step)
        for (let steps = 0; steps < back; steps++) document.undo()
        for (const node of document.serialize()) {
          for (const child of node.children) expect(document.need(child).parent).toBe(node.id)
          if (node.type === 'GROUP') expect(node.children).not.toEqual([])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a change after an undo forgets what could be redone', () => {
    const document = new DocumentModel()
    document.create({ type: 'FRAME', name: 'a' }, document.currentPage)
    document.commitUndo()
    document.undo()
    expect(document.canRedo).toBe(true)
    document.create({ type: 'FRAME', name: 'b' }, document.currentPage)
    expect(document.canRedo).toBe(false)
    expect(document.redo()).toBe(false)
    expect(document.descendants(document.currentPage).map(({ name }) => name)).toEqual(['b'])
  })

  it('never use an id twice', () => {
    const document = new DocumentModel()
    const first = document.create({ type: 'FRAME', name: 'a' }, document.currentPage)
    document.undo()
    expect(document.create({ type: 'FRAME', name: 'b' }, document.currentPage)).not.toBe(first)
  })
})
