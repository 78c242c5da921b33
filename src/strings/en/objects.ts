import { integer, plural } from './format'

/** The objects of an image, which can be taken out. */

/** How many objects are inserted, not counting the background. `isEmpty`: whether not even the background is. */
export interface Part {
  readonly objects: number
  readonly of: number
  readonly isEmpty: boolean
}

const partOf = ({ objects, of, isEmpty }: Part): string => {
  if (objects === 0 && !isEmpty) return 'background'
  const number = objects === of ? '' : `${integer(objects)} of `
  return plural(of, { one: `${number}{n} object`, other: `${number}{n} objects` })
}

export const objects = {
  heading: 'Objects',
  hint: ({ objects, of }: Part) =>
    objects === of ? `All ${integer(of)}` : `${integer(objects)} of ${integer(of)}`,
  help: 'Only checked ones are inserted. You can also click them in the image.',
  list: 'Objects to insert',
  only: 'Only',
  onlyThis: (name: string) => `Only ${name}`,
  all: 'All',
  /** What a click on the object under the pointer does. */
  takeOut: 'Click to take out',
  putBack: 'Click to put back',
  tookOut: (name: string, part: Part) => `Taken out: ${name}. ${partOf(part)} left.`,
  putIn: (name: string) => `Put back: ${name}.`,
  part: partOf,
  insert: (part: Part) => `Insert ${partOf(part)}`,
  copy: (part: Part) => `Copy SVG of ${partOf(part)}`,
  save: (part: Part) => `Save SVG of ${partOf(part)}…`,
  none: 'All objects are taken out, so nothing is left to insert or copy.',
  /** Shown if the layers are not objects. */
  choose: 'Choose Objects to insert single things from the image.',
}
