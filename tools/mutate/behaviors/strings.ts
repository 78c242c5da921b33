import type { Behavior } from '../behavior'

/** Texts that users read. */
export const STRINGS: readonly Behavior[] = [
  {
    behavior: 'An error says that the picture may have been charged.',
    file: 'src/strings/en/errors.ts',
    find: "unknown: 'It may have been charged.'",
    replace: "unknown: 'Not charged.'",
    tests: ['unit/strings'],
  },
  {
    behavior: 'A refused prompt has its own sentence.',
    file: 'src/strings/en/job-errors.ts',
    find: "title: 'Segmind refused the request.'",
    replace: "title: 'Segmind could not draw this.'",
    tests: ['unit/strings'],
  },
  {
    behavior: 'One layer is called a layer, not layers.',
    file: 'src/strings/format.ts',
    find: 'forms[rules().select(number)] ?? forms.other',
    replace: 'forms.other',
    tests: ['unit/strings'],
  },
  {
    behavior: 'An accepted job that is late says that Segmind finishes and charges it.',
    file: 'src/strings/en/job-errors.ts',
    find: "requestId !== null && charged === 'unknown'",
    replace: "requestId === null && charged === 'unknown'",
    tests: ['unit/strings'],
  },
]
