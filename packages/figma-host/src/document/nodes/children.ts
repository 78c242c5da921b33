import type { ChildrenMixin } from '@figma/plugin-typings/plugin-api-standalone'
import { type Capability, NodeRef, type NodeSubject } from '../capability'
import { callback, invalid, kindOf, list, node, number, optional, record, text } from '../check'
import { ApiError } from '../errors'
import type { GuestFunction } from '../guest-function'
import { assertMovable } from '../instances'
import type { NodeData } from '../node-data'

const refs = (nodes: readonly NodeData[]) => nodes.map(({ id }) => new NodeRef(id))

/** Throws if the page's layers are not loaded (`dynamic-page`, Figma doc). */
function assertLoaded({ data, document, session }: NodeSubject): void {
  if (data.type === 'PAGE' && data.id !== document.currentPage && !session.loadedPages.has(data.id)) {
    throw new ApiError(
      'Cannot access children on a page that has not been explicitly loaded. Await page.loadAsync() first.',
    )
  }
  if (data.type === 'DOCUMENT' && !session.loadedPages.has(data.id)) {
    throw new ApiError(
      'Cannot search the document before its pages are loaded. Await figma.loadAllPagesAsync() first.',
    )
  }
}

function childrenOf(subject: NodeSubject): NodeData[] {
  if (subject.data.type !== 'DOCUMENT') assertLoaded(subject)
  return subject.data.children.map((id) => subject.document.need(id))
}

function descendantsOf(subject: NodeSubject): NodeData[] {
  assertLoaded(subject)
  return subject.document.descendants(subject.id)
}

function matching(nodes: readonly NodeData[], predicate: GuestFunction | undefined): readonly NodeRef[] {
  return refs(predicate ? nodes.filter(({ id }) => predicate(new NodeRef(id))) : nodes)
}

function firstMatching(nodes: readonly NodeData[], predicate: GuestFunction): NodeRef | null {
  const found = nodes.find(({ id }) => predicate(new NodeRef(id)))
  return found ? new NodeRef(found.id) : null
}

function place(subject: NodeSubject, child: unknown, index: number): void {
  if (subject.data.type !== 'DOCUMENT') assertLoaded(subject)
  const { document, id } = subject
  const moved = node(child, 'child').id
  assertMovable(document, moved, id)
  document.move(moved, id, index)
}

/** Returns a predicate for `FindAllCriteria`. */
function criteria(subject: NodeSubject, value: unknown): (node: NodeData) => boolean {
  const fields = record(value, 'criteria', ['types', 'pluginData', 'sharedPluginData'])
  const types = optional(fields.types, 'types', (types, at) => list(types, at, text))
  const wanted: ((node: NodeData) => boolean)[] = []
  if (types) wanted.push(({ type }) => types.includes(type))
  for (const [field, keys] of [
    ['pluginData', ['keys']],
    ['sharedPluginData', ['namespace', 'keys']],
  ] as const) {
    if (fields[field] === undefined) continue
    const entry = record(fields[field], field, keys)
    const prefix =
      field === 'pluginData'
        ? `${subject.session.manifest.id}/`
        : `shared/${text(entry.namespace, 'namespace')}/`
    const names = optional(entry.keys, `${field}.keys`, (names, at) => list(names, at, text))
    wanted.push(({ pluginData }) =>
      names
        ? names.some((name) => pluginData[prefix + name] !== undefined)
        : Object.keys(pluginData).some((key) => key.startsWith(prefix)),
    )
  }
  return (node) => wanted.every((test) => test(node))
}

/** The children of a node, from back to front. */
export const children = {
  children: { get: (subject: NodeSubject) => refs(childrenOf(subject)) },
  appendChild: {
    call: (subject: NodeSubject, child) => place(subject, child, Number.POSITIVE_INFINITY),
  },
  insertChild: {
    call: (subject: NodeSubject, index, child) => {
      const place_ = number(index, 'index', 0, subject.data.children.length)
      if (!Number.isInteger(place_)) throw invalid('index', `Expected integer, received ${kindOf(index)}`)
      place(subject, child, place_)
    },
  },
  findChildren: {
    call: (subject: NodeSubject, predicate) =>
      matching(childrenOf(subject), optional(predicate, 'callback', callback)),
  },
  findChild: {
    call: (subject: NodeSubject, predicate) =>
      firstMatching(childrenOf(subject), callback(predicate, 'callback')),
  },
  findAll: {
    call: (subject: NodeSubject, predicate) =>
      matching(descendantsOf(subject), optional(predicate, 'callback', callback)),
  },
  findOne: {
    call: (subject: NodeSubject, predicate) =>
      firstMatching(descendantsOf(subject), callback(predicate, 'callback')),
  },
  findAllWithCriteria: {
    call: (subject: NodeSubject, wanted) => refs(descendantsOf(subject).filter(criteria(subject, wanted))),
  },
} satisfies Capability<ChildrenMixin>
