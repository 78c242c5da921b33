import * as z from 'zod/mini'
import { oneOf, text } from './fields'

/**
 * What the plugin assumes about the editor, by topic. *Check this installation* tests each assumption; those for which there is an
 * alternative are also tested before the first insert (`src/code/capabilities.ts`).
 */
export const FACTS = {
  storage: ['stored-text', 'stored-bytes', 'storage-limit'],
  import: [
    'svg',
    'frame',
    'frame-size',
    'one-layer-per-shape',
    'order',
    'outlines',
    'groups',
    'names',
    'group-opacity',
    'fills',
    'fill-opacity',
    'linear',
    'radial',
    'stops',
    'strokes',
    'stroke-style',
    'even-odd',
    'constraints',
  ],
  canvas: [
    'own-page',
    'drawing',
    'rescale',
    'resize',
    'frame-fill',
    'layer-data',
    'flatten',
    'components',
    'grids',
    'slots',
    'variables',
    'cut-names',
  ],
  undo: ['one-step', 'undo-button'],
  speed: ['speed'],
} as const

/** Facts that the sandbox tests together, as one request. */
export type FactGroup = keyof typeof FACTS

export type Fact = (typeof FACTS)[FactGroup][number]

export const FACT_GROUPS = Object.keys(FACTS) as FactGroup[]

const ALL: readonly Fact[] = FACT_GROUPS.reduce<Fact[]>((all, group) => all.concat(FACTS[group]), [])

/** The result of a test. `differs`: not as expected. `absent`: this editor is known not to have it. `unclear`: it could not be tested. */
export const VERDICTS = ['good', 'differs', 'absent', 'unclear'] as const

export type Verdict = (typeof VERDICTS)[number]

/** The value of `found` if the test failed with an error, whose text never leaves the sandbox. */
export const FAILED = 'error'

export const Finding = z.object({
  id: oneOf(ALL),
  verdict: oneOf(VERDICTS),
  /** What was found: a number, a word of Figma's API, or `FAILED`. Nothing of the document. */
  found: text(80),
})

export type Finding = z.infer<typeof Finding>
