import type { Hex } from '../../colors/hex'
import { promptColorWords } from '../../colors/names'
import type {
  BindingReason,
  BindingReport,
  BrandColor,
  CanvasPalette,
  Recolored,
} from '../../protocol/colors'
import { truncate } from '../../text/truncate'
import { and, integer, percent, plural } from './format'

/** Colors: of the picture, of the file, and of the canvas selection. */

export const palette = {
  label: (number: number) => plural(number, { one: '{n} color', other: '{n} colors' }),
  share: (share: number) => percent(share),
  /** Accessible name of a color with what it becomes, or with its detail if it stays. */
  becomes: (color: string, detail: string, target: string | null) =>
    target === null || target === color ? `${color}, ${detail}` : `${color}, becomes ${target}`,
  /** The same as a tooltip. */
  tip: (color: string, target: string) => `${color} → ${target}`,
  more: (number: number) => plural(number, { one: '{n} more color', other: '{n} more colors' }),
  fewer: 'Fewer colors',
}

export const colors = {
  heading: 'Colors',
  swatches: 'Add swatches',
  create: (number: number) =>
    plural(number, { one: 'Create {n} color variable', other: 'Create {n} color variables' }),
  created: (number: number) =>
    plural(number, { one: '{n} color variable created.', other: '{n} color variables created.' }),
  swatchesInserted: 'The swatches are on the canvas.',
  failed: 'Figma did not take the colors. Nothing was changed.',
  paletteName: (prompt: string) => truncate(`Palette: ${prompt}`, 80),
}

/** How the colors of all images are matched. */
export const colorChoice = {
  label: (choice: string) => `Colors: ${choice}`,
  names: { keep: 'As drawn', exact: 'Exact matches only', snap: 'Match file colors' },
  short: { exact: 'Exact matches', snap: 'File colors' },
  some: (number: number) => plural(number, { one: '{n} color', other: '{n} colors' }),
  choose: 'Choose…',
  inFile: (number: number) => `${integer(number)} in this file`,
  back: 'Back to colors',
  mention: 'Mention them in the prompt',
  recolor: 'Recolor the selection…',
  /** The colors that are added to the prompt. */
  adds: (colors: readonly Hex[]) =>
    colors.length === 0
      ? 'Images are drawn in any colors, then matched.'
      : `Adds “${and(colors.map(promptColorWords))}”.`,
}

export const colorPicker = {
  label: (color: string) => `What ${color} becomes`,
  hex: 'Hex',
  keep: 'Keep',
  reset: 'Reset',
  reading: 'Reading the file’s colors…',
  unreadable: 'The file’s colors could not be read.',
  none: 'This file has no color variables or styles.',
  search: 'Search the file’s colors',
  list: 'Colors of this file',
  /** Heading of a section of the list: the nearest colors, a collection with its current mode, or a folder of styles. */
  section: (of: 'nearest' | Pick<BrandColor, 'kind' | 'group' | 'remote' | 'mode'>) => {
    if (of === 'nearest') return 'Nearest'
    const name = of.kind === 'variable' ? of.group : of.group ? `Styles / ${of.group}` : 'Styles'
    const full = of.mode === undefined ? name : `${name} · ${of.mode}`
    return of.remote ? `${full} (library)` : full
  },
  noMatch: 'No color of this file matches.',
}

const REASONS: Record<BindingReason, string> = {
  gone: 'no longer in the file',
  unavailable: 'not possible in this editor',
  absent: 'not in the layers',
  gradient: 'in a gradient, which takes no style',
  translucent: 'translucent in the image',
  flattened: 'part of one vector, which takes no style',
  refused: 'Figma refused it',
}

/** The result of binding colors; empty if there was nothing to bind. `groups`: the collections and folders that were bound to. */
export function bound({ bound, of, failed }: BindingReport, groups: readonly string[]): string {
  const [group, ...more] = groups
  const target = group && more.length === 0 ? group : null
  const reasons = and(failed.map(({ color, reason }) => `${color} (${REASONS[reason]})`))
  return [
    of > 0 && boundTo(target, integer(bound), of),
    reasons && (of > 0 ? `Not bound: ${reasons}.` : `Not changed: ${reasons}.`),
  ]
    .filter(Boolean)
    .join(' ')
}

const boundTo = (group: string | null, bound: string, of: number): string =>
  group === null
    ? plural(of, {
        one: `${bound} of {n} color bound to the file.`,
        other: `${bound} of {n} colors bound to the file.`,
      })
    : plural(of, {
        one: `${bound} of {n} color bound to ${group}.`,
        other: `${bound} of {n} colors bound to ${group}.`,
      })

/** About layers that changed while they were read; empty if none was skipped. */
const skippedText = (skipped: number): string =>
  skipped > 0
    ? plural(skipped, {
        one: '{n} layer skipped: it was deleted meanwhile or could not be read.',
        other: '{n} layers skipped: they were deleted meanwhile or could not be read.',
      })
    : ''

export const recolor = {
  open: 'Recolor',
  heading: 'Recolor the selection',
  back: 'Back',
  facts: ({ colors, layers, locked, mixed, skipped, isPartial }: CanvasPalette) =>
    layers === 0
      ? 'Select layers with colors on the canvas.'
      : [
          plural(layers, { one: '{n} layer selected.', other: '{n} layers selected.' }),
          plural(colors.length, { one: '{n} color.', other: '{n} colors.' }),
          locked > 0 &&
            plural(locked, { one: '{n} locked layer left out.', other: '{n} locked layers left out.' }),
          mixed > 0 &&
            plural(mixed, {
              one: '{n} layer with mixed colors left out.',
              other: '{n} layers with mixed colors left out.',
            }),
          skippedText(skipped),
          isPartial && 'The selection is large: not all of its layers were read.',
        ]
          .filter(Boolean)
          .join(' '),
  apply: (layers: number) =>
    layers === 0
      ? 'Choose a color to change'
      : plural(layers, { one: 'Recolor {n} layer', other: 'Recolor {n} layers' }),
  done: ({ layers, skipped, binding }: Recolored, groups: readonly string[]) =>
    [
      plural(layers, { one: '{n} layer recolored.', other: '{n} layers recolored.' }),
      skippedText(skipped),
      bound(binding, groups),
    ]
      .filter(Boolean)
      .join(' '),
  failed: 'Figma did not recolor the layers. One undo takes back what was changed.',
  unreadable: 'The colors of the selection could not be read. Select the layers again.',
}
