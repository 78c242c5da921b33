import type { Handlers } from '../protocol/channel'
import type { codeContract, Settings } from '../protocol/contract'
import type { Storage, Stored } from './storage'

type SettingsHandlers = Pick<Handlers<typeof codeContract>, 'settings.load' | 'settings.save'>

/** The handlers that read and write the panel's settings. */
export function settingsHandlers({ windowSize: _, ...kept }: Storage): SettingsHandlers {
  const stored: Readonly<Record<keyof Settings, Stored<never>>> = kept as never
  const names = Object.keys(stored) as (keyof Settings)[]
  const load = async (): Promise<Settings> => {
    const settings: Partial<Record<keyof Settings, unknown>> = {}
    await Promise.all(
      names.map(async (name) => {
        settings[name] = await stored[name].load()
      }),
    )
    return settings as Settings
  }
  return {
    'settings.load': load,
    'settings.save': async (changes) => {
      for (const name of names) {
        const value = changes[name]
        if (value !== undefined) await stored[name].save(value as never)
      }
      return load()
    },
  }
}
