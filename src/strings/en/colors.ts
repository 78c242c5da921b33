import type {
  BindingReason,
  BindingReport,
  BrandColor,
  CanvasPalette,
  Recolored,
} from '../../protocol/colors'
import { truncate } from '../../text/truncate'
import { count, integer, percent } from './format'

/** Colors: the picture's, the file's, and those of what is selected. */

export const palette = {
  label: (number: number) => `Palette, ${count(number, 'color')}`,
  share: (share: number) => percent.format(share),
  /** A color, what there is to say of it, and what it becomes. */
  becomes: (color: string, detail: string, target: string | null) =>
    target === null || target === color ? `${color}, ${detail}` : `${color}, ${detail}, becomes ${target}`,
  more: (number: number) => `+${integer.format(number)}`,
}

export const colors = {
  heading: 'Colors',
  way: 'Colors of this file',
  ways: { keep: 'Keep the picture’s', exact: 'Bind exact matches', snap: 'Snap to the nearest' },
  swatches: 'Add swatches',
  create: 'Create variables…',
  createQuestion: (number: number) => `Create ${count(number, 'color variable')} in this file?`,
  createYes: 'Create',
  created: (number: number) => `${count(number, 'color variable')} created.`,
  swatchesInserted: 'The swatches are on the canvas.',
  failed: 'Figma did not take the colors. Nothing was changed.',
  paletteName: (prompt: string) => truncate(`Palette: ${prompt}`, 80),
}

export const colorPicker = {
  label: (color: string) => `What ${color} becomes`,
  hex: 'Hex',
  keep: 'Keep',
  reset: 'Reset',
  reading: 'Reading the file’s colors…',
  unreadable: 'Figma did not hand over the file’s colors.',
  none: 'This file has no color variables or styles.',
  search: 'Search the file’s colors',
  list: 'Colors of this file',
  /** What stands together in the list: a collection, or a folder of styles. */
  section: (of: 'nearest' | Pick<BrandColor, 'kind' | 'group' | 'remote'>) => {
    if (of === 'nearest') return 'Nearest'
    const name = of.kind === 'variable' ? of.group : ['Styles', of.group].filter(Boolean).join(' / ')
    return of.remote ? `${name} (library)` : name
  },
  noMatch: 'No color of the file fits.',
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
  const reasons = failed.map(({ color, reason }) => `${color} ${REASONS[reason]}`)
  const [group, ...more] = groups
  const to = group && more.length === 0 ? group : 'the file'
  return [
    of > 0 && `${integer.format(bound)} of ${count(of, 'color')} bound to ${to}.`,
    reasons.length > 0 && `${of > 0 ? 'Not bound' : 'Not changed'}: ${reasons.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** For layers that changed while they were gone through; empty where none was skipped. */
const skippedText = (skipped: number): string =>
  skipped > 0 ? `${count(skipped, 'layer')} skipped: deleted in the meantime, or not readable.` : ''

export const recolor = {
  open: 'Recolor',
  heading: 'Recolor the selection',
  back: 'Back',
  facts: ({ colors, layers, locked, mixed, skipped, isPartial }: CanvasPalette) =>
    layers === 0
      ? 'Select layers with colors on the canvas.'
      : [
          `${count(colors.length, 'color')} on ${count(layers, 'layer')}.`,
          locked > 0 ? `${count(locked, 'locked layer')} left out.` : '',
          mixed > 0 ? `${count(mixed, 'layer')} with mixed colors left out.` : '',
          skippedText(skipped),
          isPartial ? 'There are more layers than were looked at.' : '',
        ]
          .filter(Boolean)
          .join(' '),
  apply: (layers: number) =>
    layers === 0 ? 'Choose a color to change' : `Recolor ${count(layers, 'layer')}`,
  done: ({ layers, skipped, binding }: Recolored, groups: readonly string[]) =>
    [`${count(layers, 'layer')} recolored.`, skippedText(skipped), bound(binding, groups)]
      .filter(Boolean)
      .join(' '),
  failed: 'Figma did not recolor the layers. What was changed can be undone in one step.',
  unreadable: 'Figma did not hand over the colors of the selection. Select again.',
}

/** Brand colors that go along with the prompt. */
export const promptColors = {
  label: (number: number) =>
    number === 0 ? 'Ask for colors of this file' : `Ask for ${count(number, 'color')} of this file`,
  wanted: 'Colors that are asked for',
  leave: (name: string, color: string) =>
    name === color ? `Do not ask for ${color}` : `Do not ask for ${name}, ${color}`,
  sent: (text: string) => `Will be sent: ${text}`,
  most: 'Six colors are as many as a model follows.',
}
