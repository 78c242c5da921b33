import type { PaintStyle } from '@figma/plugin-typings/plugin-api-standalone'
import { forbidden } from '../api/pages'
import { type AssetMembers, type AssetSubject, NodeRef } from '../capability'
import { text } from '../check'
import { paints } from '../paints'
import { aliasesIn, assertBindable, resolvePaints } from '../variables'

type Subject = AssetSubject<'style'>

/** Returns the nodes that use a style, with the fields that do. */
function consumers({ document, id }: Subject) {
  return document
    .descendants(document.rootId)
    .map((node) => {
      const fill = node.fillStyleId === id ? (['fillStyleId'] as const) : []
      const stroke = node.strokeStyleId === id ? (['strokeStyleId'] as const) : []
      return { id: node.id, fields: [...fill, ...stroke] }
    })
    .filter(({ fields }) => fields.length > 0)
}

/** A paint style. Changing its paints changes all nodes that use it. Library styles are read-only. */
export const paintStyle = {
  id: { get: ({ id }: Subject) => id },
  type: { get: () => 'PAINT' as const },
  name: {
    get: ({ data }: Subject) => data.name,
    set: (subject: Subject, value: unknown) => subject.update({ name: text(value, 'name') }),
  },
  description: {
    get: ({ data }: Subject) => data.description,
    set: (subject: Subject, value: unknown) => subject.update({ description: text(value, 'description') }),
  },
  key: { get: ({ data }: Subject) => data.key },
  remote: { get: ({ data }: Subject) => data.remote },
  paints: {
    get: ({ data, document }: Subject) => resolvePaints(document, data.paints, null, 'as read'),
    set: (subject: Subject, value: unknown) => {
      const { document } = subject
      const wanted = paints(value, 'paints')
      assertBindable(document, wanted, 'paints')
      subject.update({ paints: wanted })
      for (const { id, fields } of consumers(subject)) {
        if (fields.includes('fillStyleId')) document.update(id, { fills: wanted, pathFills: null })
        if (fields.includes('strokeStyleId')) document.update(id, { strokes: wanted })
      }
    },
  },
  boundVariables: {
    get: ({ data }: Subject) => {
      const bound = aliasesIn(data.paints)
      return bound.length > 0 ? { paints: bound } : {}
    },
  },
  getStyleConsumersAsync: {
    call: async (subject: Subject) =>
      consumers(subject).map(({ id, fields }) => ({ node: new NodeRef(id), fields })) as never,
  },
  consumers: { get: forbidden('style.consumers', 'style.getStyleConsumersAsync') },
  remove: {
    call: (subject: Subject) => {
      subject.update({})
      for (const { id, fields } of consumers(subject)) {
        for (const field of fields) subject.document.update(id, { [field]: '' })
      }
      subject.document.removeAsset(subject.id)
    },
  },
} satisfies AssetMembers<'style', PaintStyle>
