import { DEMO_KEY, type FaultRule } from 'segmind-stand-in'
import { type KeptPicture, keptPictures } from '../../support/kept-pictures'
import type { Panel } from '../../support/panel'
import type { StageOptions } from '../../support/panel-stage'

/** A state of the panel, and how to get there from the previous one. */
export interface State {
  readonly name: string
  readonly reach: (panel: Panel) => Promise<void>
}

/** States that one panel goes through in order, because opening each separately takes longer than checking it. */
export interface Path {
  readonly stage?: StageOptions
  /** Pictures stored in earlier sessions. */
  readonly kept?: readonly KeptPicture[]
  readonly faults?: readonly FaultRule[]
  /** Console messages that the states cause. */
  readonly expected?: readonly RegExp[]
  readonly states: readonly State[]
}

/** A panel that is opened for a single state. */
export const only = (name: string, path: Omit<Path, 'states'>, reach: State['reach']): Path => ({
  ...path,
  states: [{ name, reach }],
})

/** Sizes of the panel, in px. */
export const SIZES = [
  { width: 320, height: 420 },
  { width: 720, height: 900 },
  { width: 360, height: 640 },
  { width: 480, height: 640 },
] as const

export const withKey: StageOptions = { settings: { apiKey: DEMO_KEY } }

export const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'

/** Returns the options for starting a path: always the same, whatever was done to stored data. */
export const stageOf = ({ stage, kept }: Path): StageOptions => ({
  ...stage,
  ...(kept && { journal: keptPictures(kept) }),
})
