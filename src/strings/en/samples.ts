import { plural } from './format'

/** Samples, to try the plugin without a key. */

export const samples = {
  heading: 'Try a sample',
  headingHelp: 'Free, no key needed',
  badge: 'Sample',
  what: 'Samples ignore the prompt. Nothing is charged.',
  addKey: 'Add a key',
  generate: (number: number) => plural(number, { one: 'Generate a sample', other: 'Generate {n} samples' }),
}
