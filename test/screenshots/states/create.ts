import { hands } from '../../support/panel-hands'
import { SELECTED, withBrand } from './file'
import { PROMPT, type State, withKey } from './state'
import { unavailable } from './ways'

/** What is asked for, and of which layers. */
export const CREATE: readonly State[] = [
  { name: 'empty', stage: withKey, reach: (panel) => hands(panel).generate.waitFor() },
  {
    name: 'selection',
    stage: {
      ...withKey,
      handlers: { 'selection.read': () => ({ editor: 'figma' as const, count: 1, layer: SELECTED }) },
    },
    reach: (panel) => hands(panel).button('Reuse').waitFor(),
  },
  {
    name: 'filled',
    stage: withKey,
    reach: async (panel) => {
      await hands(panel).prompt.fill(`${PROMPT}. ${PROMPT}. ${PROMPT}. ${PROMPT}. ${PROMPT}. ${PROMPT}.`)
      await hands(panel).style('Linocut').check()
    },
  },
  { name: 'too-long', stage: withKey, reach: (panel) => hands(panel).prompt.fill(PROMPT.repeat(20)) },
  {
    name: 'no-credits',
    stage: withKey,
    faults: [{ route: 'credits', fault: { kind: 'answer', status: 200, body: { credits: 0 } } }],
    reach: async (panel) => {
      await hands(panel).prompt.fill(PROMPT)
      await panel.locator('#generate-reason').getByText('Not enough credits').waitFor()
      await hands(panel).says('Not enough credits')
    },
  },
  {
    name: 'journal-unreadable',
    stage: { ...withKey, handlers: { 'journal.load': unavailable } },
    reach: (panel) => panel.getByRole('region', { name: 'Your pictures could not be read.' }).waitFor(),
  },
  {
    name: 'colors-unreadable',
    stage: { ...withKey, handlers: { 'colors.read': unavailable } },
    reach: async (panel) => {
      await panel.getByText('Ask for colors of this file').click()
      await panel.locator('.problem').waitFor()
    },
  },
  {
    name: 'prompt-colors',
    stage: withBrand,
    reach: async (panel) => {
      await hands(panel).prompt.fill('A paper boat on a blue sea')
      await panel.getByText('Ask for colors of this file').click()
      await panel.getByRole('option', { name: 'blue/100' }).click()
      await panel.getByRole('option', { name: 'Warning' }).click()
      await panel.getByText('Will be sent').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'recolour',
    stage: {
      ...withBrand,
      handlers: {
        ...withBrand.handlers,
        'selection.read': () => ({ editor: 'figma' as const, count: 3, layer: null }),
        'canvas.palette': () => ({
          colors: ['#1e6fea', '#f4d03f', '#fafafa', '#222222'].map((color, i) => ({
            ...{ color, uses: ['fill' as const], layers: 12 - i },
          })),
          mixes: [],
          ...{ layers: 42, locked: 2, mixed: 1, skipped: 0, isPartial: false },
        }),
      },
    },
    reach: async (panel) => {
      await panel.getByRole('button', { name: 'Recolor', exact: true }).click()
      await panel.getByRole('combobox', { name: 'Colors of this file' }).selectOption('snap')
      await panel.getByRole('button', { name: /^Recolor \d+ layers$/ }).waitFor()
    },
  },
]
