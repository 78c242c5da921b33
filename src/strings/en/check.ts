import { type CheckLineId, lines } from './check-lines'
import { dateTime, integer, megabytes, money, plural, priced } from './format'

/** The check of this installation. */

export type CheckGroup = 'editor' | 'storage' | 'import' | 'canvas' | 'network'

const groups: Readonly<Record<CheckGroup, string>> = {
  editor: 'Editor',
  storage: 'Storage',
  import: 'Import',
  canvas: 'Canvas',
  network: 'Network',
}

/** Formats `found`: ms per 100 layers, number of layers, and longest import in ms. */
const speedFound = (found: string) => {
  const [each = 0, layers = 0, longest = 0] = found.split(' ').map(Number)
  return `${integer(each)} ms for 100 layers (${integer(layers)} tried), ${integer(longest)} ms at most at once`
}

const others = (count: number) => plural(count, { one: '{n} differs', other: '{n} differ' })

export const check = {
  open: 'Check this installation',
  heading: 'Check this installation',
  what: 'Tries everything that Inkwright needs from Figma and Segmind, with hidden layers on a page of their own, which is removed again. Nothing is charged. It takes about 10 seconds.',
  withPicture: (price: number) => `Also draw one image · ${money(price)}`,
  withPictureHelp: 'The image stays in History, like any other.',
  /** The prompt of the test picture. */
  prompt: 'a red fox',
  start: (isAgain: boolean, price: number | null) => priced(isAgain ? 'Check again' : 'Start check', price),
  running: (group: CheckGroup) => `Checking: ${groups[group]}…`,
  drawing: 'Drawing one image…',
  started: 'Checking this installation…',
  stopped: 'Stopped. What was tried is removed. If an image was being drawn, it continues.',
  copy: 'Copy report',
  groups,
  lines,
  /** Shown above the results. */
  summary: (differing: number, problems: number) =>
    differing === 0
      ? 'Everything is as expected.'
      : problems === 0
        ? `${plural(differing, { one: '{n} thing differs', other: '{n} things differ' })}. Inkwright works around it.`
        : `${plural(problems, { one: '{n} problem', other: '{n} problems' })}. See below what to do.`,
  groupHint: (good: number, differing: number) =>
    [differing > 0 && others(differing), good > 0 && `${integer(good)} as expected`]
      .filter(Boolean)
      .join(', '),
  expected: (text: string) => `Expected: ${text}`,
  found: (text: string) => `Found: ${text}`,
  /** Formats a value that the check found. */
  value: (id: CheckLineId, found: string) => {
    if (found === 'error') return 'an error'
    if (id === 'speed' && found) return speedFound(found)
    return id === 'storage-limit' && found ? megabytes(Number(found)) : found
  },
  absent: 'not in this editor',
  noKey: 'no key yet',
  unclear: 'not tried',
  states: {
    good: 'As expected',
    differs: 'Differs',
    problem: 'Problem',
    absent: 'Not here',
    unclear: 'Not tried',
  },
  reached: (status: number, ms: number) => `answer ${status} after ${integer(ms)} ms`,
  drawn: (seconds: number) => `drawn in ${integer(seconds)} s`,
  missingColors: (missing: number, of: number) => `${missing} of ${of} missing`,
  reportHeading: (version: string, at: number) => `Inkwright ${version}, check of ${dateTime(at)}`,
}
