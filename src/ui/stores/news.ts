import { signal } from '@preact/signals'
import type { SettingsStore } from './settings'

/** Entries of the changelog below a heading, or above the first one. Plain text. */
export interface NewsSection {
  readonly heading: string | null
  readonly entries: readonly string[]
}

export type NewsStore = ReturnType<typeof createNews>

interface NewsOptions {
  readonly settings: Pick<SettingsStore, 'apiKey' | 'seenVersion' | 'chooseSeenVersion'>
  readonly version: string
  /** The changes in this version. */
  readonly sections: readonly NewsSection[]
}

/** The news after an update. */
export function createNews({ settings, version, sections }: NewsOptions) {
  const isShown = signal(false)
  return {
    version,
    sections,
    isShown,
    /** Shows the news once after an update. Call it when the settings are loaded and the panel is visible. */
    check(): void {
      const seen = settings.seenVersion.value
      if (seen === version) return
      // No stored version and no key: the first run. Version 0.1 did not store its version.
      const isUpdate = seen !== null || settings.apiKey.value !== null
      isShown.value = isUpdate && sections.length > 0
      settings.chooseSeenVersion(version)
    },
  }
}
