import type { CleanUpBlocker, Loss } from '../../protocol/clean-up'
import type { FaultCode } from '../../protocol/fault'
import type { VectorErrorCode } from '../../vector/errors'
import type { PluralForms } from '../format'
import { and, integer, plural } from './format'

/** Clean up: removes surplus shapes from selected layers. */

const layers = (number: number) => plural(number, { one: '{n} layer', other: '{n} layers' })

/** Why a layer that can be cleaned up was not. */
export type CleanUpFailure = FaultCode | VectorErrorCode | 'unavailable' | 'too-slow'

/** The result of a cleanup. `before`: number of shapes in the layers that were cleaned up; `after`: number of layers now. */
export interface CleanUpCounts {
  readonly cleaned: number
  readonly before: number
  readonly after: number
}

export const cleanUp = {
  heading: 'Clean up selection',
  back: 'Back',
  hint: (number: number) =>
    plural(number, { one: 'A vector is selected.', other: '{n} vectors are selected.' }),
  hintHelp: 'Fewer shapes, tidy layers. Free.',
  open: 'Clean up…',
  reading: 'Reading the selection…',
  unreadable: 'The selection could not be read. Nothing was changed.',
  empty: 'Select the vectors to clean up.',
  possible: (number: number) =>
    number === 0
      ? 'Nothing of the selection can be cleaned up.'
      : plural(number, { one: '{n} layer can be cleaned up.', other: '{n} layers can be cleaned up.' }),
  /** Layers beyond the maximum. */
  more: (number: number) =>
    plural(number, { one: '{n} more is not looked at.', other: '{n} more are not looked at.' }),
  /** Layers that are left unchanged, by reason. */
  stays: (counts: readonly (readonly [CleanUpBlocker, number])[]) =>
    `Left as it is: ${and(counts.map(([blocker, number]) => plural(number, BLOCKED[blocker])))}.`,
  losesHeading: 'This would be lost',
  /** Heading and list in one sentence, for screen readers. */
  lost: (losses: readonly string[]) => `This would be lost: ${and(losses)}.`,
  loses: (kind: Loss, number: number) => plural(number, LOST[kind]),
  leave: (number: number) =>
    plural(number, {
      one: 'Leave the {n} layer with any of it as it is',
      other: 'Leave the {n} layers with any of it as they are',
    }),
  keep: 'Keep the originals, hidden',
  run: (number: number) => (number === 0 ? 'Clean up' : `Clean up ${integer(number)}`),
  none: 'Nothing is left to clean up.',
  progress: 'Progress of the clean-up',
  /** `name`: of the current layer. */
  running: (at: number, total: number, name: string) => `${integer(at)} of ${integer(total)} · ${name}`,
  done: ({ cleaned, before, after }: CleanUpCounts) =>
    cleaned === 0
      ? 'Nothing was changed.'
      : `${plural(cleaned, { one: '{n} layer cleaned up', other: '{n} layers cleaned up' })}: from ${plural(before, { one: '{n} shape', other: '{n} shapes' })} to ${layers(after)}.`,
  stopped: (number: number) =>
    plural(number, {
      one: 'Stopped: {n} layer is as it was.',
      other: 'Stopped: {n} layers are as they were.',
    }),
  failed: (name: string, why: CleanUpFailure) =>
    `“${name}” is as it was: ${FAILED[why] ?? 'Figma did not take it'}.`,
  ambiguous: (colors: number) =>
    plural(colors, {
      one: '{n} color lost its variable or style, because not all of its layers had the same.',
      other: '{n} colors lost their variables or styles, because not all of their layers had the same.',
    }),
  undo: 'Undo',
  undone: 'The layers are as they were.',
  notUndone: 'Undo it in Figma: Edit, Undo.',
  close: 'Done',
  quick: {
    empty: 'Select the vectors to clean up first.',
    running: (at: number, total: number) => `Cleaning up ${integer(at)} of ${integer(total)}…`,
    done: (cleaned: number, left: number) =>
      [
        cleaned > 0 ? plural(cleaned, { one: '{n} layer cleaned up.', other: '{n} layers cleaned up.' }) : '',
        left > 0
          ? `${plural(left, { one: '{n} is as it was', other: '{n} are as they were' })}: open Inkwright to see why.`
          : '',
      ]
        .filter(Boolean)
        .join(' '),
    failed: 'Nothing was cleaned up. Open Inkwright and try again.',
  },
}

const BLOCKED: Readonly<Record<CleanUpBlocker, PluralForms>> = {
  instance: { one: '{n} inside an instance', other: '{n} inside instances' },
  locked: { one: '{n} locked', other: '{n} locked' },
  mask: { one: '{n} mask', other: '{n} masks' },
  component: { one: '{n} with components', other: '{n} with components' },
  'not-replaceable': { one: '{n} that cannot be replaced', other: '{n} that cannot be replaced' },
  empty: { one: '{n} empty', other: '{n} empty' },
}

const LOST: Readonly<Record<Loss, PluralForms>> = {
  effects: { one: 'Effects of {n} layer', other: 'Effects of {n} layers' },
  texts: { one: '{n} text becomes outlines', other: '{n} texts become outlines' },
  instances: { one: '{n} instance is detached', other: '{n} instances are detached' },
  autoLayouts: { one: 'Auto layout of {n} frame', other: 'Auto layout of {n} frames' },
  reactions: { one: 'Prototype links of {n} layer', other: 'Prototype links of {n} layers' },
  hidden: { one: '{n} hidden layer', other: '{n} hidden layers' },
  gradients: {
    one: 'Angular or diamond gradients of {n} layer',
    other: 'Angular or diamond gradients of {n} layers',
  },
  videos: { one: '{n} video', other: '{n} videos' },
  blendModes: { one: 'Linear burn or dodge of {n} layer', other: 'Linear burn or dodge of {n} layers' },
}

const FAILED: Partial<Record<CleanUpFailure, string>> = {
  'layer-gone': 'it was deleted or moved to another page',
  'not-exported': 'Figma could not export it, perhaps because it draws nothing',
  'not-replaced': 'Figma allows no other layer in its place',
  'nothing-drawn': 'it draws nothing',
  'too-large': 'it is too large',
  unavailable: 'the worker could not be started',
  'too-slow': 'it is too complex',
  timeout: 'Figma is taking a long time',
}
