import type { JobErrorKind } from '../../jobs/error-kinds'
import { type ErrorPhase, type Job, type JobError, phaseOf, rescueOf } from '../../jobs/job'
import { CHARGED, type Notice } from './errors'
import { money } from './format'

/** Errors of jobs, between the click and the picture. */

const keyNotReceived = 'The key did not reach Segmind.'

const keyLostBy = (relay: string | null): string =>
  relay === null
    ? 'Something on the way removed it: try without a VPN or proxy.'
    : `The relay ${relay} did not pass it on: check the relay.`

/** Why a test of the key, which is free, was inconclusive. */
export const keyCheckProblem = ({ kind, host }: Pick<JobError, 'kind' | 'host'>): string =>
  kind === 'key-not-received' ? `${keyNotReceived} ${keyLostBy(host)}` : 'Segmind gave no clear answer.'

/** Returns the notice about a job; null if nothing is wrong. */
export function jobNotice(job: Job): Notice | null {
  const { error, price } = job
  if (!error) return null
  const phase = phaseOf(job)
  const notice = errorNotice(error, phase, price)
  if (rescueOf(job) !== 'file') return notice
  const goesOn = phase === 'late' ? GOES_ON : ''
  const where = error.kind === 'foreign-host' && error.host ? `It is at ${error.host}.` : ''
  return { ...notice, text: [cost(error, phase), rescue.how, goesOn, where].filter(Boolean).join(' ') }
}

/** A picture that exists, but that only the user can download. */
export const rescue = {
  how: 'Open the file in the browser, save it, then drop it here.',
  open: 'Open the file',
  choose: 'Choose its file…',
  drop: 'Drop its file here',
}

const GOES_ON = 'Inkwright keeps checking, which costs nothing.'

/**
 * Returns the notice about an error of a job: what happened, what it cost, and what to do. The server's message comes last, because small
 * tiles cut off the end. `price`: of drawing it again, in US dollars; null if unknown.
 */
export function errorNotice(error: JobError, phase: ErrorPhase, price: number | null): Notice {
  const { kind, serverMessage } = error
  const { title, next } = Object.hasOwn(JOB, kind) ? JOB[kind] : UNKNOWN
  const quote = serverMessage
    ? `Segmind says: “${serverMessage}”${/[.!?…]$/.test(serverMessage) ? '' : '.'}`
    : ''
  const advice = typeof next === 'string' ? next : next(situationOf(error, phase, price))
  return { title, text: [cost(error, phase), advice, quote].filter(Boolean).join(' ') }
}

function cost({ charged, requestId }: JobError, phase: ErrorPhase): string {
  if (phase !== 'over' && requestId !== null && charged === 'unknown')
    return 'Segmind finishes the image and charges it.'
  return CHARGED[charged]
}

/** What the sentence about an error depends on besides its kind. */
interface Situation {
  readonly error: JobError
  readonly isOver: boolean
  /** The job was accepted and may still deliver a picture. */
  readonly isOpen: boolean
  /** How an open job continues. */
  readonly goOn: string
  /** The same as an additional sentence; empty if the job is not open. */
  readonly andGoOn: string
  /** How to try again, or how an open job continues. */
  readonly again: string
  /** What generating it again costs. */
  readonly costs: string
}

function situationOf(error: JobError, phase: ErrorPhase, price: number | null): Situation {
  const isOver = phase === 'over'
  const isOpen = !isOver && error.requestId !== null
  const goOn =
    phase === 'late' ? GOES_ON : 'Checking again costs nothing. Segmind keeps an image’s record for an hour.'
  const retry =
    error.charged === 'no'
      ? 'Try again.'
      : price === null
        ? 'Check your account at Segmind first: trying again may cost as much again.'
        : `Check your account at Segmind first: trying again may cost another ${money(price)}.`
  return {
    error,
    isOver,
    isOpen,
    goOn,
    andGoOn: isOpen ? ` ${goOn}` : '',
    again: isOpen ? goOn : retry,
    costs:
      price === null
        ? 'Generating it again costs as much again.'
        : `Generating it again costs another ${money(price)}.`,
  }
}

interface Explanation {
  readonly title: string
  /** What to do next. */
  readonly next: string | ((situation: Situation) => string)
}

/** The texts of each kind of error. A missing kind is a type error. */
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
    title: 'You are out of Segmind credits.',
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
  'not-found': { title: 'Segmind does not show this image yet.', next: ({ goOn }) => goOn },
  expired: {
    title: 'Segmind’s record of this image is gone.',
    next: ({ error, costs }) =>
      error.requestId === null
        ? `Look in Generations at cloud.segmind.com, where images stay for some days, and drop its file here. ${costs} Segmind keeps records for an hour.`
        : `Look for its request ID in Generations at cloud.segmind.com, where images stay for some days, and drop its file here. ${costs} Segmind keeps records for an hour.`,
  },
  'file-expired': {
    title: 'The file of this image is gone.',
    next: ({ costs }) => `${costs} Segmind keeps files for about a week.`,
  },
  unavailable: { title: 'Segmind is not available right now.', next: ({ again }) => again },
  timeout: { title: 'Segmind did not answer in time.', next: ({ again }) => again },
  offline: {
    title: 'The connection to Segmind failed.',
    next: ({ again }) => `Check your internet connection. ${again}`,
  },
  'blocked-by-cors': {
    title: 'The browser blocked Segmind’s answer.',
    next: ({ andGoOn }) =>
      `Use a relay: see “Relay” in Inkwright’s documentation. It adds the headers that browsers require and Segmind does not send.${andGoOn}`,
  },
  unreadable: { title: 'Segmind’s answer could not be read.', next: ({ again }) => again },
  'foreign-host': {
    title: 'The image is on a host that Inkwright may not contact.',
    next: ({ error }) =>
      `Look for it in Generations at cloud.segmind.com, and drop its file here. It is at ${error.host ?? 'an unknown address'}.`,
  },
  cancelled: { title: 'You stopped waiting.', next: ({ again }) => again },
  interrupted: {
    title: 'The panel closed before Segmind had answered.',
    next({ error, isOver, again }) {
      if (!isOver)
        return 'If another window is still sending it, the image will appear here. Otherwise you will know in a few minutes.'
      return error.charged === 'no' ? 'It was not sent. Try again.' : again
    },
  },
  'not-recorded': {
    title: 'The request could not be stored on this device, so it was not sent.',
    next: 'Delete a few images in History, or close and reopen Inkwright. Then try again.',
  },
  'no-sample': {
    title: 'The sample could not be loaded.',
    next: 'Try again, or close and reopen Inkwright.',
  },
}

/** For a stored kind that this version does not know. */
const UNKNOWN: Explanation = {
  title: 'This image was not drawn.',
  next: ({ error, again }) => (error.charged === 'no' ? '' : again),
}
