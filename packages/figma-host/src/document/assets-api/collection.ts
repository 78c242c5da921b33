import type { VariableCollection } from '@figma/plugin-typings/plugin-api-standalone'
import type { AssetMembers, AssetSubject } from '../capability'
import { text } from '../check'
import { ApiError } from '../errors'

/** Maximum number of modes of a collection in the most common plan (Figma doc: addMode). */
const MODE_LIMIT = 4

type Subject = AssetSubject<'collection'>

const variablesOf = ({ document, id }: Subject) =>
  document.assets('variable').filter(({ collection }) => collection === id)

function needMode({ data }: Subject, value: unknown): string {
  const modeId = text(value, 'modeId')
  if (data.modes.some((mode) => mode.modeId === modeId)) return modeId
  throw new ApiError(`The collection has no mode "${modeId}"`)
}

/** A collection of variables with its modes. Library collections are read-only. */
export const collection = {
  id: { get: ({ id }: Subject) => id },
  name: {
    get: ({ data }: Subject) => data.name,
    set: (subject: Subject, value: unknown) => subject.update({ name: text(value, 'name') }),
  },
  hiddenFromPublishing: { get: ({ data }: Subject) => data.hiddenFromPublishing },
  remote: { get: ({ data }: Subject) => data.remote },
  isExtension: { get: () => false },
  key: { get: ({ data }: Subject) => data.key },
  modes: { get: ({ data }: Subject) => data.modes.map(({ modeId, name }) => ({ modeId, name })) },
  defaultModeId: { get: ({ data }: Subject) => data.modes[0]?.modeId ?? '' },
  variableIds: { get: (subject: Subject) => variablesOf(subject).map(({ id }) => id) },
  addMode: {
    call: (subject: Subject, value) => {
      const name = text(value, 'name')
      const { modes } = subject.data
      if (modes.length >= MODE_LIMIT) throw new ApiError(`Limited to ${MODE_LIMIT} modes only`)
      const modeId = subject.document.freshId()
      const first = modes[0]?.modeId ?? ''
      subject.update({ modes: [...modes, { modeId, name }] })
      for (const variable of variablesOf(subject)) {
        const value = variable.values[first]
        if (value !== undefined) {
          subject.document.putAsset({ ...variable, values: { ...variable.values, [modeId]: value } })
        }
      }
      return modeId
    },
  },
  renameMode: {
    call: (subject: Subject, mode, value) => {
      const [wanted, name] = [needMode(subject, mode), text(value, 'newName')]
      subject.update({
        modes: subject.data.modes.map((one) => (one.modeId === wanted ? { ...one, name } : one)),
      })
    },
  },
  removeMode: {
    call: (subject: Subject, mode) => {
      const wanted = needMode(subject, mode)
      if (subject.data.modes.length === 1)
        throw new ApiError('The only mode of a collection cannot be removed')
      subject.update({ modes: subject.data.modes.filter(({ modeId }) => modeId !== wanted) })
      for (const variable of variablesOf(subject)) {
        const { [wanted]: _, ...values } = variable.values
        subject.document.putAsset({ ...variable, values })
      }
    },
  },
  remove: {
    call: (subject: Subject) => {
      subject.update({})
      for (const { id } of variablesOf(subject)) subject.document.removeAsset(id)
      subject.document.removeAsset(subject.id)
    },
  },
} satisfies AssetMembers<'collection', VariableCollection>
