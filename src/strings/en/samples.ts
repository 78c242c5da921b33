import { count } from './format'

/** Trying the plugin without a key. */

export const samples = {
  start: 'Try without a key',
  startHelp: 'With a few bundled pictures. Nothing is sent and nothing is charged.',
  badge: 'Sample',
  heading: 'Samples',
  what: 'You get a bundled picture, whatever you write. Nothing is sent or charged.',
  addKey: 'Add your key',
  generate: (number: number) => (number === 1 ? 'Generate a sample' : `Generate ${count(number, 'sample')}`),
}
