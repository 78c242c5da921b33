import type { JobErrorKind } from '../../jobs/error-kinds'
import { type ErrorPhase, type Job, type JobError, phaseOf } from '../../jobs/job'
import type { PictureFlaw } from '../../jobs/unreadable-picture'
import type { FaultCode } from '../../protocol/fault'
import type { VectorErrorCode } from '../../vector/errors'
import { price } from './create'

/** What went wrong: what happened, whether it cost anything, and what to do. */

export const unstored = {
  title: 'The picture could not be stored.',
  full: 'The room for pictures on this device is used up. It stays here until the panel closes: save it as a file, or insert it now.',
  unavailable:
    'Figma did not take it. It stays here until the panel closes: save it as a file, or insert it now.',
  consent:
    'The room for pictures is used up by pictures that you have not inserted or have starred. Save this one as a file, or let the oldest of those go.',
  save: 'Save as SVG',
  again: 'Store again',
  makeRoom: 'Remove the oldest',
}

/** What is wrong with a picture that is in memory only; null where it is stored. */
export const unstoredNotice = (job: Job): Notice | null =>
  job.unstored && { title: unstored.title, text: unstored[job.unstored] }

/** The journal could not be read: nothing is lost, but nothing can be written down either, so nothing is sent. */
export const journalNotice: Notice = {
  title: 'Figma does not answer for your pictures.',
  text: 'They are not lost. Until it answers nothing can be noted, so nothing is sent and nothing is charged.',
}

/** Why a kept picture cannot be shown. */
export const missingNotice = (why: MissingPicture): Notice => MISSING[why]

export type MissingPicture = 'not-given' | PictureFlaw

const MISSING: Record<MissingPicture, Notice> = {
  'not-given': {
    title: 'This picture could not be read.',
    text: 'Nothing is charged for trying again.',
  },
  damaged: {
    title: 'This picture could not be read.',
    text: 'The copy on this device is damaged. Nothing is charged for trying again.',
  },
  'later-format': {
    title: 'A newer version of Inkwright stored this picture.',
    text: 'This version cannot open it. It is kept: update Inkwright to see it.',
  },
  'no-decompression': {
    title: 'This device cannot unpack the picture.',
    text: 'It is kept. Open Inkwright in the Figma desktop app or in a newer browser to see it.',
  },
}

/** The user stopped it, or the sandbox did not hand over the code that does it. */
export const unpreparedNotice: Notice = {
  title: 'The layers of this picture are not made yet.',
  text: 'It is kept, and nothing is charged for trying again.',
}

export const actions = {
  resume: 'Check again',
  stop: 'Stop checking',
  retry: 'Try again',
  settings: 'Open settings',
  reload: 'Try again',
}

/** Where Segmind shows what was drawn. */
export const console = {
  open: 'Open Segmind’s console',
  url: 'https://cloud.segmind.com',
  requestId: (id: string) => `Request ID: ${id}`,
}

/** A failure as the panel shows it. */
export interface Notice {
  readonly title: string
  readonly text: string
}

/** A failure as the status region says it. */
export const sentence = ({ title, text }: Notice) => `${title} ${text}`

const keyNotReceived = 'The key did not reach Segmind.'

const keyLostBy = (relay: string | null): string =>
  relay === null
    ? 'Something on the way removed it: try without a VPN or proxy.'
    : `The relay ${relay} did not pass it on: check the relay.`

/** Why a check of the key, which costs nothing, did not tell whether it works. */
export const keyCheckProblem = ({ kind, host }: Pick<JobError, 'kind' | 'host'>): string =>
  kind === 'key-not-received' ? `${keyNotReceived} ${keyLostBy(host)}` : 'Segmind gave no clear answer.'

const CHARGED = {
  no: 'Nothing was charged.',
  yes: 'The picture was charged.',
  unknown: 'It may have been charged.',
}

/** What is wrong with a job; null where nothing is. */
export const jobNotice = (job: Job): Notice | null => job.error && errorNotice(job.error, phaseOf(job))

/** What went wrong between the click and the picture: what happened, what it cost, what to do. */
export function errorNotice(error: JobError, phase: ErrorPhase): Notice {
  const { kind, serverMessage } = error
  const { title, next } = Object.hasOwn(JOB, kind) ? JOB[kind] : UNKNOWN
  const quote = serverMessage
    ? `Segmind says: “${serverMessage}”${/[.!?…]$/.test(serverMessage) ? '' : '.'}`
    : ''
  const advice = typeof next === 'string' ? next : next(situationOf(error, phase))
  return { title, text: [quote, cost(error, phase), advice].filter(Boolean).join(' ') }
}

function cost({ charged, requestId }: JobError, phase: ErrorPhase): string {
  if (phase !== 'over' && requestId !== null && charged === 'unknown')
    return 'Segmind finishes the picture and charges it.'
  return CHARGED[charged]
}

/** What the sentence about an error depends on, beside its kind. */
interface Situation {
  readonly error: JobError
  readonly isOver: boolean
  /** The job was accepted, and may still bring a picture. */
  readonly isOpen: boolean
  /** How an open job goes on. */
  readonly goOn: string
  /** The same as a further sentence; empty where the job is not open. */
  readonly andGoOn: string
  /** How to try again, or how an open job goes on. */
  readonly again: string
}

function situationOf(error: JobError, phase: ErrorPhase): Situation {
  const isOver = phase === 'over'
  const isOpen = !isOver && error.requestId !== null
  const goOn =
    phase === 'late'
      ? 'Inkwright keeps checking, which costs nothing.'
      : 'Checking again costs nothing. Segmind keeps a picture’s record for an hour.'
  const retry =
    error.charged === 'no'
      ? 'Try again.'
      : `Look into your account at Segmind first: trying again may cost another ${price}.`
  return { error, isOver, isOpen, goOn, andGoOn: isOpen ? ` ${goOn}` : '', again: isOpen ? goOn : retry }
}

interface Explanation {
  readonly title: string
  /** What to do next. */
  readonly next: string | ((situation: Situation) => string)
}

/** The sentences of each kind of error. A kind without one does not compile. */
const JOB: Readonly<Record<JobErrorKind, Explanation>> = {
  'invalid-key': {
    title: 'Segmind did not accept the key.',
    next: ({ andGoOn }) => `Check the key in Settings.${andGoOn}`,
  },
  'key-not-received': {
    title: keyNotReceived,
    next: ({ error, andGoOn }) => `${keyLostBy(error.host)}${andGoOn}`,
  },
  'insufficient-credits': {
    title: 'Your credits at Segmind are used up.',
    next: 'Add credits at cloud.segmind.com, then try again.',
  },
  'rate-limited': {
    title: 'Too many requests in a short time.',
    next: ({ isOpen, goOn }) => (isOpen ? goOn : 'Wait a minute, then try again.'),
  },
  rejected: { title: 'Segmind refused the request.', next: 'Change the prompt and try again.' },
  failed: { title: 'Segmind could not draw this.', next: 'Change the prompt and try again.' },
  retired: {
    title: 'This model is no longer offered.',
    next: 'Look for a newer version of Inkwright.',
  },
  'not-found': { title: 'Segmind does not show this picture yet.', next: ({ goOn }) => goOn },
  expired: {
    title: 'Segmind’s record of this picture is gone.',
    next: ({ error }) =>
      `Records are kept for an hour. The picture may still be in Generations at cloud.segmind.com for some days${
        error.requestId === null ? '' : ': look for its request ID'
      }. Generating it again costs another ${price}.`,
  },
  'file-expired': {
    title: 'The file of this picture is gone.',
    next: `Segmind keeps files for about a week. Generating it again costs another ${price}.`,
  },
  unavailable: { title: 'Segmind is not available right now.', next: ({ again }) => again },
  timeout: { title: 'Segmind did not answer in time.', next: ({ again }) => again },
  offline: {
    title: 'The connection to Segmind failed.',
    next: ({ again }) => `Check your internet connection. ${again}`,
  },
  'blocked-by-cors': {
    title: 'Segmind is reachable, but its answer is withheld from plugins.',
    next: ({ andGoOn }) =>
      `The service does not send the headers that a browser asks for. A relay of your own adds them: see “relay” in Inkwright’s read-me.${andGoOn}`,
  },
  unreadable: { title: 'Segmind’s answer could not be read.', next: ({ again }) => again },
  'foreign-host': {
    title: 'The picture lies where Inkwright may not fetch it.',
    next: ({ error }) =>
      `It is at ${error.host ?? 'an unknown address'}. Look for it in Generations at cloud.segmind.com.`,
  },
  cancelled: { title: 'You stopped waiting.', next: ({ again }) => again },
  interrupted: {
    title: 'The panel closed before Segmind had answered.',
    next({ error, isOver, again }) {
      if (!isOver)
        return 'If another window is still sending it, the picture comes by itself. Otherwise this is settled in a few minutes.'
      return error.charged === 'no' ? 'It was not sent. Try again.' : again
    },
  },
  'not-recorded': {
    title: 'This device could not note the request, so it was not sent.',
    next: 'Delete a few pictures in History, or close and reopen Inkwright. Then try again.',
  },
}

/** For a kind that another version has stored and this one does not know. */
const UNKNOWN: Explanation = {
  title: 'This picture was not drawn.',
  next: ({ error, again }) => (error.charged === 'no' ? '' : again),
}

const VECTOR: Record<VectorErrorCode, string> = {
  'not-svg': 'What Segmind delivered is not a complete vector picture.',
  'too-large': 'The picture is too large for Figma to take.',
  unsafe:
    'The picture declares entities in its DOCTYPE, which can hide harmful content, so it was not opened.',
  'nothing-drawn': 'The picture is empty.',
}

/** What went wrong while the picture was prepared. It was paid for by then. */
export function vectorNotice(code: VectorErrorCode): Notice {
  return {
    title: VECTOR[code],
    text: `${CHARGED.yes} Change the prompt and try again, or ask Segmind for a refund.`,
  }
}

const INSERT: Partial<Record<FaultCode, Notice>> = {
  'import-refused': {
    title: 'Figma could not read this picture.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  'import-empty': {
    title: 'Figma found nothing to draw in this picture.',
    text: 'Nothing was added to your page. Generate it once more with another style.',
  },
  timeout: {
    title: 'Figma is taking very long.',
    text: 'Look at your page first: the picture may be there already. It also waits here.',
  },
}

/** What went wrong while the picture was put on the canvas: it is still here, and inserting costs nothing. */
export function insertNotice(code: FaultCode): Notice {
  return (
    INSERT[code] ?? {
      title: 'The picture was not inserted.',
      text: 'It is still here, and inserting costs nothing. Try again, or close and reopen Inkwright.',
    }
  )
}

/** What went wrong while settings were read or kept. */
export function settingsNotice(code: FaultCode): Notice {
  if (code === 'storage-full') {
    return { title: 'There is no room left to save this.', text: 'Nothing was changed.' }
  }
  return {
    title: 'Figma did not answer for the settings.',
    text: 'Nothing was charged or changed. Try again, or close and reopen Inkwright.',
  }
}

/** Something failed that has no place of its own. */
export const unexpected: Notice = {
  title: 'Something in Inkwright went wrong.',
  text: 'Nothing was charged by this. Close and reopen Inkwright if it does not go on.',
}
