import type { ClientStorageAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { text } from '../check'
import { plainData } from '../plain-data'
import type { Session } from '../session'

/** `figma.clientStorage`. Invalid keys and values reject instead of throwing. */
export const clientStorage = {
  getAsync: { call: async ({ storage }: Session, key) => storage.get(text(key, 'key')) },
  setAsync: {
    call: async ({ storage }: Session, key, value) =>
      storage.set(text(key, 'key'), plainData(value, 'figma.clientStorage.setAsync')),
  },
  deleteAsync: { call: async ({ storage }: Session, key) => storage.delete(text(key, 'key')) },
  keysAsync: { call: async ({ storage }: Session) => storage.keys() },
} satisfies Area<ClientStorageAPI>
