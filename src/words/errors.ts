import type { Job, JobError } from '../jobs/job'
import type { FaultCode } from '../protocol/fault'
import type { VectorErrorCode } from '../vector/errors'
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

/** A kept picture that could not be read from the storage. */
export const missingNotice: Notice = {
  title: 'This picture could not be read.',
  text: 'Nothing is charged for trying again.',
}

/** The user stopped it, or the sandbox did not hand over the code that does it. */
export const unpreparedNotice: Notice = {
  title: 'The layers of this picture are not made yet.',
  text: 'It is kept, and nothing is charged for trying again.',
}

export const actions = {
  resume: 'Pick up the picture',
  retry: 'Try again',
  settings: 'Open settings',
  reload: 'Try again',
}

/** A failure as the panel shows it. */
export interface Notice {
  readonly title: string
  readonly text: string
}

const CHARGED = {
  no: 'Nothing was charged.',
  yes: 'The picture was charged.',
  unknown: 'It may have been charged.',
}

/** What is wrong with a job that rests or is over; null where nothing is. */
export function jobNotice({ error, state }: Job): Notice | null {
  return error && errorNotice(error, state === 'unknown' || state === 'failed' || state === 'expired')
}

/** What went wrong between the click and the picture: what happened, what it cost, what to do. `isOver`: nothing more can come. */
export function errorNotice(error: JobError, isOver: boolean): Notice {
  const { title, next } = explain(error, isOver)
  const { serverMessage } = error
  const quote = serverMessage
    ? `Segmind says: “${serverMessage}”${/[.!?…]$/.test(serverMessage) ? '' : '.'}`
    : ''
  return { title, text: [quote, cost(error, isOver), next].filter(Boolean).join(' ') }
}

function cost({ charged, requestId }: JobError, isOver: boolean): string {
  if (!isOver && requestId !== null && charged === 'unknown')
    return 'Segmind finishes the picture and charges it.'
  return CHARGED[charged]
}

function explain(error: JobError, isOver: boolean): { title: string; next: string } {
  const isOpen = !isOver && error.requestId !== null
  const pickUp = 'You can pick it up within the hour at no further cost.'
  const again = isOpen
    ? pickUp
    : error.charged === 'no'
      ? 'Try again.'
      : `Look into your account at Segmind first: trying again may cost another ${price}.`
  switch (error.kind) {
    case 'invalid-key':
      return {
        title: 'Segmind did not accept the key.',
        next: `Check the key in Settings.${isOpen ? ` ${pickUp}` : ''}`,
      }
    case 'insufficient-credits':
      return {
        title: 'Your credits at Segmind are used up.',
        next: 'Add credits at cloud.segmind.com, then try again.',
      }
    case 'rate-limited':
      return {
        title: 'Too many requests in a short time.',
        next: isOpen ? pickUp : 'Wait a minute, then try again.',
      }
    case 'rejected':
      return { title: 'Segmind refused the request.', next: 'Change the prompt and try again.' }
    case 'failed':
      return { title: 'Segmind could not draw this.', next: 'Change the prompt and try again.' }
    case 'expired':
      return {
        title: 'Segmind no longer has this picture.',
        next: `It keeps pictures for an hour. Generating it again costs another ${price}.`,
      }
    case 'unavailable':
      return { title: 'Segmind is not available right now.', next: isOpen ? pickUp : again }
    case 'timeout':
      return { title: 'Segmind did not answer in time.', next: again }
    case 'offline':
      return { title: 'The connection to Segmind failed.', next: `Check your internet connection. ${again}` }
    case 'blocked-by-cors':
      return {
        title: 'Segmind is reachable, but its answer is withheld from plugins.',
        next: 'The service does not send the headers that a browser asks for. A relay of your own adds them: see “relay” in Inkwright’s read-me.',
      }
    case 'unreadable':
      return { title: 'Segmind’s answer could not be read.', next: again }
    case 'foreign-host':
      return {
        title: 'The picture lies where Inkwright may not fetch it.',
        next: `It is at ${error.host ?? 'an unknown address'}. Look for it in your account at Segmind.`,
      }
    case 'cancelled':
      return { title: 'You stopped waiting.', next: again }
    case 'interrupted':
      return {
        title: 'The panel closed before Segmind had answered.',
        next: isOver
          ? error.charged === 'no'
            ? 'It was not sent. Try again.'
            : again
          : 'If another window is still sending it, the picture comes by itself. Otherwise this is settled in a few minutes.',
      }
    case 'not-recorded':
      return {
        title: 'This device could not note the request, so it was not sent.',
        next: 'Delete a few pictures in History, or close and reopen Inkwright. Then try again.',
      }
  }
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
