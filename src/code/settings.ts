import type { Handlers } from '../protocol/channel'
import type { codeContract, Settings } from '../protocol/contract'
import type { Storage } from './storage'

type SettingsHandlers = Pick<Handlers<typeof codeContract>, 'settings.load' | 'settings.save'>

/** Reading and writing of what the panel remembers. */
export function settingsHandlers(storage: Storage): SettingsHandlers {
  const load = async (): Promise<Settings> => {
    const [apiKey, style, size, direct, atOnce, layers, background, unify] = await Promise.all([
      storage.apiKey.load(),
      storage.style.load(),
      storage.size.load(),
      storage.direct.load(),
      storage.atOnce.load(),
      storage.layers.load(),
      storage.background.load(),
      storage.unify.load(),
    ])
    return { apiKey, style, size, direct, atOnce, layers, background, unify }
  }
  return {
    'settings.load': load,
    'settings.save': async ({ apiKey, style, size, direct, atOnce, layers, background, unify }) => {
      if (apiKey !== undefined) await storage.apiKey.save(apiKey)
      if (style !== undefined) await storage.style.save(style)
      if (size !== undefined) await storage.size.save(size)
      if (direct !== undefined) await storage.direct.save(direct)
      if (atOnce !== undefined) await storage.atOnce.save(atOnce)
      if (layers !== undefined) await storage.layers.save(layers)
      if (background !== undefined) await storage.background.save(background)
      if (unify !== undefined) await storage.unify.save(unify)
      return load()
    },
  }
}
