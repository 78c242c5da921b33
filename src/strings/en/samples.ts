import { plural } from './format'

/** Trying the plugin without a key. */

export const samples = {
  start: 'Try without a key',
  startHelp: 'With a few bundled pictures. Nothing is sent and nothing is charged.',
  badge: 'Sample',
  heading: 'Samples',
  what: 'You get a bundled picture, whatever the prompt says. Nothing is sent or charged.',
  addKey: 'Add your key',
  generate: (number: number) => plural(number, { one: 'Generate a sample', other: 'Generate {n} samples' }),
}
