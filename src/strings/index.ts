import { en } from './en'

export type { CheckGroup } from './en/check'
export type { CheckLineId } from './en/check-lines'
export type { CleanUpCounts, CleanUpFailure } from './en/clean-up'
export type { Blocker, NotOffered } from './en/create'
export type { MissingPicture, Notice } from './en/errors'
export type { Refusal, Refused } from './en/files'

/** All texts of the panel, by key. */
export type Language = typeof en

/** The texts in the current language. Read them when rendering, because the language may not be set at module load. */
export let strings: Language = en

/** Sets the language of everything that is rendered from now on. */
export function setLanguage(language: Language): void {
  strings = language
}
