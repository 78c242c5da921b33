import type { Handlers } from '../protocol/channel'
import type { codeContract, Settings } from '../protocol/contract'
import type { Storage } from './storage'

type SettingsHandlers = Pick<Handlers<typeof codeContract>, 'settings.load' | 'settings.save'>

/** Reading and writing of what the panel remembers. */
export function settingsHandlers(storage: Storage): SettingsHandlers {
  const load = async (): Promise<Settings> => {
    const [apiKey, style, size] = await Promise.all([
      storage.apiKey.load(),
      storage.style.load(),
      storage.size.load(),
    ])
    return { apiKey, style, size }
  }
  return {
    'settings.load': load,
    'settings.save': async (changes) => {
      if (changes.apiKey !== undefined) await storage.apiKey.save(changes.apiKey)
      if (changes.style !== undefined) await storage.style.save(changes.style)
      if (changes.size !== undefined) await storage.size.save(changes.size)
      return load()
    },
  }
}
