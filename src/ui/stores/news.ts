import { signal } from '@preact/signals'
import type { SettingsStore } from './settings'

/** Entries of the changelog: those below a heading, or at the top. Plain text. */
export interface NewsSection {
  readonly heading: string | null
  readonly entries: readonly string[]
}

export type NewsStore = ReturnType<typeof createNews>

interface NewsOptions {
  readonly settings: Pick<SettingsStore, 'apiKey' | 'seenVersion' | 'chooseSeenVersion'>
  readonly version: string
  /** What is new in this version. */
  readonly sections: readonly NewsSection[]
}

/** What is new after an update. */
export function createNews({ settings, version, sections }: NewsOptions) {
  const isShown = signal(false)
  return {
    version,
    sections,
    isShown,
    /** Shows the news once after an update. Call it when the settings have been read and the panel is seen. */
    check(): void {
      const seen = settings.seenVersion.value
      if (seen === version) return
      // Without a version and a key, this is the first run. Version 0.1 stored no version.
      const isUpdate = seen !== null || settings.apiKey.value !== null
      isShown.value = isUpdate && sections.length > 0
      settings.chooseSeenVersion(version)
    },
  }
}
