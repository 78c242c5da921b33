import type { TeamLibraryAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { text } from '../check'
import { ApiError } from '../errors'
import type { Session } from '../session'

function assertPermitted({ manifest }: Session): void {
  if (!manifest.permissions.includes('teamlibrary')) {
    throw new ApiError('"teamlibrary" permission is required in the manifest to access this property')
  }
}

/** What the libraries offer that this file has enabled. */
export const teamLibrary = {
  getAvailableLibraryVariableCollectionsAsync: {
    call: async (session: Session) => {
      assertPermitted(session)
      return session.document
        .assets('collection')
        .filter(({ remote }) => remote)
        .map(({ name, key, library }) => ({ name, key, libraryName: library }))
    },
  },
  getVariablesInLibraryCollectionAsync: {
    call: async (session: Session, value) => {
      assertPermitted(session)
      const key = text(value, 'libraryCollectionKey')
      const { document } = session
      const collection = document.assets('collection').find((one) => one.remote && one.key === key)
      if (!collection) throw new ApiError(`There is no library collection with the key "${key}"`)
      return document
        .assets('variable')
        .filter((variable) => variable.collection === collection.id)
        .map(({ name, key, resolvedType }) => ({ name, key, resolvedType }))
    },
  },
} satisfies Area<
  TeamLibraryAPI,
  'getAvailableLibraryVariableCollectionsAsync' | 'getVariablesInLibraryCollectionAsync'
>
