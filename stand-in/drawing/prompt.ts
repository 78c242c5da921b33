import { NAMED, type Rgb } from './colour'
import type { SubjectName } from './motifs'
import type { Mood } from './palette'
import {
  COUNT_BY_WORD,
  FORMAT_BY_WORD,
  type Format,
  MOOD_BY_WORD,
  PHRASES,
  SETTING_BY_WORD,
  type Setting,
  SUBJECT_BY_WORD,
  singular,
} from './vocabulary'

/** One thing that the prompt names. */
export interface WantedSubject {
  readonly name: SubjectName
  /** The colour word before it, if there was one. */
  readonly colour: Rgb | null
  readonly count: number
}

/** What could be read out of a prompt. */
export interface Brief {
  readonly subjects: readonly WantedSubject[]
  readonly settings: ReadonlySet<Setting>
  readonly moods: readonly Mood[]
  readonly formats: ReadonlySet<Format>
  /** The colour of "a … background". */
  readonly ground: Rgb | null
  /** Colour words that belong to no subject and no background. */
  readonly colours: readonly Rgb[]
}

/** A colour counts for a subject at most this many words later: "a red and very small boat". */
const COLOUR_REACH = 4

/** Reads a prompt: known words only, in the order given. Never fails; an unknown prompt gives an empty brief. */
export function readPrompt(prompt: string): Brief {
  let text = prompt.toLowerCase()
  for (const [phrase, word] of PHRASES) text = text.replace(phrase, word)
  const subjects = new Map<SubjectName, { colour: Rgb | null; count: number }>()
  const settings = new Set<Setting>()
  const moods: Mood[] = []
  const formats = new Set<Format>()
  let ground: Rgb | null = null
  let pending: { colour: Rgb; age: number }[] = []
  const colours: Rgb[] = []
  let count = 1

  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const one = singular(word)
    for (const colour of pending.filter(({ age }) => age >= COLOUR_REACH)) colours.push(colour.colour)
    pending = pending
      .filter(({ age }) => age < COLOUR_REACH)
      .map(({ colour, age }) => ({ colour, age: age + 1 }))

    const colour = NAMED.get(word)
    if (colour !== undefined) pending.push({ colour, age: 0 })
    if (word === 'background' || word === 'backdrop') ground = pending.pop()?.colour ?? ground
    const subject = SUBJECT_BY_WORD.get(word) ?? SUBJECT_BY_WORD.get(one)
    if (subject !== undefined && colour === undefined) {
      const plural = one !== word && !subjects.has(subject) ? 3 : 1
      const known = subjects.get(subject)
      subjects.set(subject, {
        colour: known?.colour ?? pending.pop()?.colour ?? null,
        count: Math.max(known?.count ?? 1, count > 1 ? count : plural),
      })
    }
    const setting = SETTING_BY_WORD.get(word) ?? SETTING_BY_WORD.get(one)
    if (setting !== undefined) settings.add(setting)
    const mood = MOOD_BY_WORD.get(word) ?? MOOD_BY_WORD.get(one)
    if (mood !== undefined) moods.push(mood)
    const format = FORMAT_BY_WORD.get(word) ?? FORMAT_BY_WORD.get(one)
    if (format !== undefined) formats.add(format)
    count = COUNT_BY_WORD.get(word) ?? (subject === undefined ? count : 1)
  }
  // A setting is drawn as one, not as a single thing standing in it.
  if (settings.has('mountains')) subjects.delete('mountain')
  if (settings.has('stars')) subjects.delete('star')
  return {
    subjects: [...subjects].map(([name, rest]) => ({ name, ...rest })),
    settings,
    moods,
    formats,
    ground,
    colours: [...colours, ...pending.map(({ colour }) => colour)],
  }
}
