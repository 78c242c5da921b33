import type { Variable, VariableScope } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetMembers, AssetSubject } from '../capability'
import { list, node, oneOf, text } from '../check'
import { ApiError, notModeled } from '../errors'
import { resolveVariable } from '../variables'
import { checkedName, checkedValue } from './values'

const SCOPES = [
  ...([
    'ALL_SCOPES',
    'TEXT_CONTENT',
    'CORNER_RADIUS',
    'WIDTH_HEIGHT',
    'GAP',
    'ALL_FILLS',
    'FRAME_FILL',
  ] as const),
  ...(['SHAPE_FILL', 'TEXT_FILL', 'STROKE_COLOR', 'STROKE_FLOAT', 'EFFECT_FLOAT', 'EFFECT_COLOR'] as const),
  ...(['OPACITY', 'COLOR_OPACITY', 'FONT_FAMILY', 'FONT_STYLE', 'FONT_WEIGHT', 'FONT_SIZE'] as const),
  ...(['LINE_HEIGHT', 'LETTER_SPACING', 'PARAGRAPH_SPACING', 'PARAGRAPH_INDENT'] as const),
] as const satisfies readonly VariableScope[]

type Subject = AssetSubject<'variable'>

function setValue(subject: Subject, mode: unknown, value: unknown): void {
  const { data, document } = subject
  const modeId = text(mode, 'modeId')
  const collection = document.asset('collection', data.collection)
  if (!collection?.modes.some((known) => known.modeId === modeId)) {
    throw new ApiError(`The collection of the variable has no mode "${modeId}"`)
  }
  const wanted = checkedValue(document, value, data.resolvedType, 'newValue')
  if (typeof wanted === 'object' && 'type' in wanted && leadsTo(subject, wanted.id)) {
    throw new ApiError('A variable cannot be an alias of itself')
  }
  subject.update({ values: { ...data.values, [modeId]: wanted } })
}

/** Returns whether the aliases of a variable lead back to the subject in any mode. */
function leadsTo({ document, id }: Subject, from: string): boolean {
  if (from === id) return true
  return Object.values(document.asset('variable', from)?.values ?? {}).some(
    (value) => typeof value === 'object' && 'type' in value && leadsTo({ document, id } as Subject, value.id),
  )
}

/** A variable: its values in the modes of its collection. Library variables are read-only. */
export const variable = {
  id: { get: ({ id }: Subject) => id },
  name: {
    get: ({ data }: Subject) => data.name,
    set: (subject: Subject, value: unknown) =>
      subject.update({ name: checkedName(subject.document, value, subject.data.collection, subject.id) }),
  },
  description: {
    get: ({ data }: Subject) => data.description,
    set: (subject: Subject, value: unknown) => subject.update({ description: text(value, 'description') }),
  },
  hiddenFromPublishing: { get: ({ data }: Subject) => data.hiddenFromPublishing },
  remote: { get: ({ data }: Subject) => data.remote },
  key: { get: ({ data }: Subject) => data.key },
  variableCollectionId: { get: ({ data }: Subject) => data.collection },
  resolvedType: { get: ({ data }: Subject) => data.resolvedType },
  valuesByMode: { get: ({ data }: Subject) => ({ ...data.values }) },
  setValueForMode: { call: setValue },
  resolveForConsumer: {
    call: ({ document, id, data }: Subject, consumer) => {
      const value = resolveVariable(document, id, document.need(node(consumer, 'consumer').id).id)
      if (value === undefined) throw new ApiError('The value of the variable cannot be resolved')
      return { value, resolvedType: data.resolvedType }
    },
  },
  remove: {
    call: (subject: Subject) => {
      subject.update({})
      subject.document.removeAsset(subject.id)
    },
  },
  scopes: {
    get: ({ data }: Subject) => [...data.scopes],
    set: (subject: Subject, value: unknown) => {
      const scopes = list(value, 'scopes', (scope, at) => oneOf(scope, at, SCOPES))
      if (scopes.includes('ALL_SCOPES') && scopes.length > 1) {
        throw new ApiError('ALL_SCOPES cannot stand together with other scopes')
      }
      if (scopes.includes('ALL_FILLS') && scopes.some((scope) => /^(FRAME|SHAPE|TEXT)_FILL$/.test(scope))) {
        throw new ApiError('ALL_FILLS cannot stand together with other scopes of fills')
      }
      subject.update({ scopes })
    },
  },
  codeSyntax: { get: ({ data }: Subject) => ({ ...data.codeSyntax }) },
  setVariableCodeSyntax: {
    call: () => {
      throw notModeled('Variable.setVariableCodeSyntax')
    },
  },
} satisfies AssetMembers<'variable', Variable>
