import type {
  BindingReason,
  BindingReport,
  BrandColour,
  CanvasPalette,
  Recoloured,
} from '../protocol/colours'
import { truncate } from '../text/truncate'
import { count, integer, percent } from './format'

/** Colours: the picture's, the file's, and those of what is selected. */

export const palette = {
  label: (number: number) => `Palette, ${count(number, 'colour')}`,
  share: (share: number) => percent.format(share),
  /** A colour, what there is to say of it, and what it becomes. */
  becomes: (colour: string, detail: string, target: string | null) =>
    target === null || target === colour ? `${colour}, ${detail}` : `${colour}, ${detail}, becomes ${target}`,
  more: (number: number) => `+${integer.format(number)}`,
}

export const colours = {
  heading: 'Colours',
  way: 'Colours of this file',
  ways: { keep: 'Keep the picture’s', exact: 'Bind exact matches', snap: 'Snap to the nearest' },
  swatches: 'Add swatches',
  create: 'Create variables…',
  createQuestion: (number: number) => `Create ${count(number, 'colour variable')} in this file?`,
  createYes: 'Create',
  created: (number: number) => `${count(number, 'colour variable')} created.`,
  swatchesInserted: 'The swatches are on the canvas.',
  failed: 'Figma did not take the colours. Nothing was changed.',
  paletteName: (prompt: string) => truncate(`Palette: ${prompt}`, 80),
}

export const colourPicker = {
  label: (colour: string) => `What ${colour} becomes`,
  hex: 'Hex',
  keep: 'Keep',
  reset: 'Reset',
  reading: 'Reading the file’s colours…',
  unreadable: 'Figma did not hand over the file’s colours.',
  none: 'This file has no colour variables or styles.',
  search: 'Search the file’s colours',
  list: 'Colours of this file',
  /** What stands together in the list: a collection, or a folder of styles. */
  section: (of: 'nearest' | Pick<BrandColour, 'kind' | 'group' | 'remote'>) => {
    if (of === 'nearest') return 'Nearest'
    const name = of.kind === 'variable' ? of.group : ['Styles', of.group].filter(Boolean).join(' / ')
    return of.remote ? `${name} (library)` : name
  },
  noMatch: 'No colour of the file fits.',
}

const REASONS: Record<BindingReason, string> = {
  gone: 'is no longer there',
  unavailable: 'is not possible in this editor',
  absent: 'is not in the layers',
  gradient: 'is in a gradient, which styles cannot reach',
  translucent: 'is translucent there',
  flattened: 'is part of one vector, which follows no style',
  refused: 'was refused by Figma',
}

/** How binding went; empty where nothing was to be bound. `groups`: the collections and folders of what it was bound to. */
export function bound({ bound, of, failed }: BindingReport, groups: readonly string[]): string {
  const reasons = failed.map(({ colour, reason }) => `${colour} ${REASONS[reason]}`)
  const [group, ...more] = groups
  const to = group && more.length === 0 ? group : 'the file'
  return [
    of > 0 && `${integer.format(bound)} of ${count(of, 'colour')} bound to ${to}.`,
    reasons.length > 0 && `${of > 0 ? 'Not bound' : 'Not changed'}: ${reasons.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** For layers that changed while they were gone through; empty where none was skipped. */
const skippedText = (skipped: number): string =>
  skipped > 0 ? `${count(skipped, 'layer')} skipped: deleted in the meantime, or not readable.` : ''

export const recolour = {
  open: 'Recolour',
  heading: 'Recolour the selection',
  back: 'Back',
  facts: ({ colours, layers, locked, mixed, skipped, isPartial }: CanvasPalette) =>
    layers === 0
      ? 'Select layers with colours on the canvas.'
      : [
          `${count(colours.length, 'colour')} on ${count(layers, 'layer')}.`,
          locked > 0 ? `${count(locked, 'locked layer')} left out.` : '',
          mixed > 0 ? `${count(mixed, 'layer')} with mixed colours left out.` : '',
          skippedText(skipped),
          isPartial ? 'There are more layers than were looked at.' : '',
        ]
          .filter(Boolean)
          .join(' '),
  apply: (layers: number) =>
    layers === 0 ? 'Choose a colour to change' : `Recolour ${count(layers, 'layer')}`,
  done: ({ layers, skipped, binding }: Recoloured, groups: readonly string[]) =>
    [`${count(layers, 'layer')} recoloured.`, skippedText(skipped), bound(binding, groups)]
      .filter(Boolean)
      .join(' '),
  failed: 'Figma did not recolour the layers. What was changed can be undone in one step.',
  unreadable: 'Figma did not hand over the colours of the selection. Select again.',
}

/** Brand colours that go along with the prompt. */
export const promptColours = {
  label: (number: number) =>
    number === 0 ? 'Ask for colours of this file' : `Ask for ${count(number, 'colour')} of this file`,
  wanted: 'Colours that are asked for',
  leave: (name: string, colour: string) =>
    name === colour ? `Do not ask for ${colour}` : `Do not ask for ${name}, ${colour}`,
  sent: (text: string) => `Will be sent: ${text}`,
  most: 'Six colours are as many as a model follows.',
}
