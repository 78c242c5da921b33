import type { FrameLocator } from 'playwright-core'
import { DEMO_KEY, type FaultRule } from 'segmind-stand-in'
import { type KeptPicture, keptPictures } from '../../support/kept-pictures'
import type { StageOptions } from '../../support/panel-stage'

/** One state of the panel, and how to get there from the one before it. */
export interface State {
  readonly name: string
  readonly reach: (panel: FrameLocator) => Promise<void>
}

/** States that one panel passes through, in this order: reaching each anew takes longer than checking it. */
export interface Path {
  readonly stage?: StageOptions
  /** What earlier visits have kept. */
  readonly kept?: readonly KeptPicture[]
  readonly faults?: readonly FaultRule[]
  /** What the states make the console say. */
  readonly expected?: readonly RegExp[]
  readonly states: readonly State[]
}

/** A panel that is opened for one state. */
export const only = (name: string, path: Omit<Path, 'states'>, reach: State['reach']): Path => ({
  ...path,
  states: [{ name, reach }],
})

/** The sizes at which the panel is looked at, in px. */
export const SIZES = [
  { width: 320, height: 420 },
  { width: 720, height: 900 },
  { width: 360, height: 640 },
  { width: 480, height: 640 },
] as const

export const withKey: StageOptions = { settings: { apiKey: DEMO_KEY } }

export const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'

/** How the panel starts on a path: the same each time, whatever was done to what is kept. */
export const stageOf = ({ stage, kept }: Path): StageOptions => ({
  ...stage,
  ...(kept && { journal: keptPictures(kept) }),
  reducedMotion: true,
})
