/** The states of a job, roughly in order. */
export const JOB_STATES = [
  'sending',
  'waiting',
  'accepted',
  'fetched',
  'kept',
  'inserted',
  'failed',
  'expired',
  'unknown',
] as const

/** How to get a picture: Segmind's queue, one long call, or a bundled sample, which is free. */
export const SUBMIT_MODES = ['queue', 'direct', 'sample'] as const

export type SubmitMode = (typeof SUBMIT_MODES)[number]
/** The modes that use Segmind. */
export type PaidMode = Exclude<SubmitMode, 'sample'>

/** Where a stored picture came from: a submit mode, or the user, as an SVG file or text. */
export const SOURCES = [...SUBMIT_MODES, 'file'] as const

export type Source = (typeof SOURCES)[number]

export type JobState = (typeof JOB_STATES)[number]

interface StateRule {
  readonly meaning: string
  /** True if the job ended without a picture. */
  readonly isEnd?: true
  /** The states that may follow. */
  readonly moves: readonly JobState[]
}

/**
 * The table of states and allowed moves. `docs/jobs.md` is generated from it, and the journal checks every entry against it.
 */
export const STATE_TABLE: Readonly<Record<JobState, StateRule>> = {
  sending: {
    meaning: 'The request is about to be sent, or was sent and not answered yet.',
    moves: ['waiting', 'accepted', 'fetched', 'kept', 'failed', 'unknown'],
  },
  waiting: {
    meaning:
      'Refused because of the rate limit. Nothing was charged; it is sent again when the limit resets.',
    moves: ['sending', 'failed'],
  },
  accepted: {
    meaning: 'The server accepted it, and the request ID is stored. From here on it can be resumed.',
    moves: ['fetched', 'kept', 'failed', 'expired'],
  },
  fetched: {
    meaning: 'The picture is drawn, and the address of its file is stored.',
    moves: ['kept', 'failed', 'expired'],
  },
  kept: { meaning: 'The picture is stored on this device.', moves: ['inserted'] },
  inserted: { meaning: 'The picture was put on a canvas at least once.', moves: [] },
  failed: {
    meaning: 'It ended without a picture; whether it was charged stands with the error.',
    isEnd: true,
    moves: ['kept'],
  },
  expired: {
    meaning:
      'The time that the server keeps its record or its file is over. Another window of the plugin may still bring it.',
    isEnd: true,
    moves: ['fetched', 'kept'],
  },
  unknown: {
    meaning:
      'It was sent, and the answer never came: it may have been charged. It is never sent again by itself.',
    isEnd: true,
    moves: ['accepted', 'fetched', 'kept'],
  },
}

/** True if the job ended without a picture. Another window may still store one. */
export const isEnded = (state: JobState): boolean => STATE_TABLE[state].isEnd === true

/** True if a job may go from one state to the other, or if both are the same. */
export const canTransition = (from: JobState, to: JobState): boolean =>
  from === to || STATE_TABLE[from].moves.includes(to)
