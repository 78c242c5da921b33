import type { FrameLocator } from 'playwright-core'
import { DEMO_KEY, type FaultRule } from 'segmind-stand-in'
import { type KeptPicture, keptPictures } from '../../support/kept-pictures'
import type { StageOptions } from '../../support/panel-stage'

/** One state of the panel, and the way to it. */
export interface State {
  readonly name: string
  readonly stage?: StageOptions
  /** What earlier visits have kept. */
  readonly kept?: readonly KeptPicture[]
  readonly faults?: readonly FaultRule[]
  /** What the state makes the console say. */
  readonly expected?: readonly RegExp[]
  readonly reach: (panel: FrameLocator) => Promise<void>
}

/** How large the panel is looked at, in px. */
export const SIZES = [
  { width: 320, height: 560 },
  { width: 560, height: 720 },
]

export const withKey: StageOptions = { settings: { apiKey: DEMO_KEY } }

export const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'

/** How the panel starts on the way to a state: the same each time, whatever was done to what is kept. */
export const stageOf = ({ stage, kept }: State): StageOptions => ({
  ...stage,
  ...(kept && { journal: keptPictures(kept) }),
  reducedMotion: true,
})
