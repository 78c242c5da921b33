import type { Notice } from './errors'

/** When something is badly wrong, and what a report of it says. */

export const fatal: Notice & { readonly reload: string; readonly report: string } = {
  title: 'This view stopped working.',
  text: 'Your pictures are safe, and pictures that are being drawn continue. Reload the view; if it stops again, please report it.',
  reload: 'Reload',
  report: 'Report',
}

/** Where the browser is older than what the panel is built for. */
export const outdated =
  'Inkwright needs Chrome or Edge 111, Firefox 113, Safari 16.4 or newer, or a current Figma desktop app. Nothing was charged. Update your browser, then open Inkwright again.'

/** Where the panel's script has not come after ten seconds. */
export const startsLate =
  'Sorry, Inkwright is taking a long time to start. Nothing was charged. If this does not change, close it and open it again.'

/** Where the panel's script does not run at all. */
export const notStarted =
  'Inkwright could not start. Nothing was charged. Close and reopen it; if that does not help, update Figma or the browser.'

export const report = {
  heading: 'Report a problem',
  open: 'Report a problem',
  what: 'This is everything in the report. It never contains your key, and nothing is sent automatically.',
  withPrompts: 'Include my prompts',
  text: 'Report',
  copy: 'Copy report',
  copied: 'The report is copied.',
  notCopied: 'Figma did not let it be copied. Select the text and copy it.',
  issue: 'Open an issue with it',
  issueTitle: 'A problem in Inkwright',
}

export const privacy = {
  heading: 'Privacy',
  open: 'What happens to my data',
  points: [
    'The prompt, the style and the size go to Segmind, with your key. Segmind draws the picture and charges your account.',
    'Nothing of your document leaves Figma but the colors that you ask for in a prompt.',
    'The key is kept on this device only. It is not encrypted: anyone who uses your account on this computer could read it.',
    'Pictures and prompts are kept on this device only, at most 5 MB. Delete them in History, or all at once in Settings.',
    'A picture on the canvas carries its recipe: anyone who opens the file with Inkwright can read the prompt.',
    'There is no tracking.',
  ],
}
