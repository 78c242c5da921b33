import { en } from './en'

export type { CheckGroup, CheckLineId } from './en/check'
export type { CleanUpCounts, CleanUpFailure } from './en/clean-up'
export type { Blocker, NotOffered } from './en/create'
export type { MissingPicture, Notice } from './en/errors'
export type { Refusal, Refused } from './en/files'

/** What the panel says, by key. */
export type Language = typeof en

/** What the panel says, in the language that is set. Read it when it is shown: at module load no language is set yet. */
export let strings: Language = en

/** Sets the language of everything that is shown from now on. */
export function setLanguage(language: Language): void {
  strings = language
}
