import type { StepKind } from '../../jobs/steps'
import type { Notice } from './errors'
import { integer } from './format'

/** Fatal errors, and the problem report. */

export const fatal: Notice & { readonly reload: string; readonly report: string } = {
  title: 'This view stopped working.',
  text: 'Your images are safe, and images that are being drawn continue. Reload the view. If it stops again, please report it.',
  reload: 'Reload',
  report: 'Report',
}

/** For browsers that are too old for the panel. */
export const outdated =
  'Inkwright needs Chrome or Edge 111, Firefox 113, Safari 16.4 or newer, or a current Figma desktop app. Nothing was charged. Update your browser, then open Inkwright again.'

/** Shown if the panel's script has not arrived after ten seconds. */
export const startsLate =
  'Sorry, Inkwright is taking a long time to start. Nothing was charged. If this does not change, close it and open it again.'

/** Shown if the panel's script does not run. */
export const notStarted = {
  title: 'Inkwright could not start.',
  text: 'Nothing was charged. Close and reopen it. If that does not help, update Figma or the browser.',
}

/** Steps of a job in a report. */
const steps: Readonly<Record<StepKind, (detail: string) => string>> = {
  sent: (via) => `was sent (${via})`,
  refused: () => 'was refused for the rate limit, and waited',
  accepted: () => 'was accepted by Segmind',
  fetched: () => 'was drawn: the answer named the file',
  kept: (bytes) => `was stored (${integer(Number(bytes))} bytes)`,
  inserted: () => 'was inserted',
  background: () => 'went on in the background',
  ended: (how) => `ended (${how})`,
}

export const report = {
  step: (job: number, kind: StepKind, detail: string | null) => `image ${job} ${steps[kind](detail ?? '')}`,
  /** The button on an error. */
  here: 'Report',
  back: 'Back',
  heading: 'Report a problem',
  open: 'Report a problem',
  what: 'This is the whole report. It never contains your key, and nothing is sent until you send it.',
  withPrompts: 'Include my prompts',
  text: 'Report',
  copy: 'Copy report',
  copied: 'Report copied.',
  notCopied: 'Figma did not allow copying. Select the text and copy it.',
  issue: 'Open an issue',
  issueTitle: (kind: string | null) => (kind ? `A problem in Inkwright: ${kind}` : 'A problem in Inkwright'),
  /** Must match the options of the bug form (`.github/ISSUE_TEMPLATE/bug.yml`). */
  charged: { yes: 'Yes', no: 'No', unknown: 'Not sure' },
}

export const privacy = {
  heading: 'Privacy',
  open: 'Privacy',
  points: [
    'The prompt, style and size go to Segmind, with your key. Segmind draws the image and charges your account.',
    'SVG files that you add are cleaned up on this computer. Nothing of them is sent.',
    'Nothing else leaves your file, except the colors that you choose to mention in a prompt.',
    'The key stays on this computer. It is not encrypted: anyone who uses your account on this computer could read it.',
    'Images and prompts stay on this computer, 5 MB at most. Delete them in History, or all at once in Settings.',
    'An image on the canvas carries its prompt: anyone who opens the file with Inkwright can read it.',
    'No tracking.',
  ],
}
