import { hands } from '../../support/panel-hands'
import { selectionOf } from '../../support/picture'
import { SELECTED, withBrand } from './file'
import { only, type Path, PROMPT, withKey } from './state'
import { unavailable } from './steps'

/** What is asked for, of which layers, and with which settings. */
export const CREATE: readonly Path[] = [
  {
    stage: withKey,
    states: [
      { name: 'empty', reach: (panel) => hands(panel).generate.waitFor() },
      { name: 'history-empty', reach: (panel) => hands(panel).tab('History').click() },
      { name: 'settings', reach: (panel) => hands(panel).tab('Settings').click() },
      { name: 'settings-key', reach: (panel) => hands(panel).button('Replace').click() },
      { name: 'shortcuts', reach: (panel) => hands(panel).button('Shortcuts').click() },
      {
        name: 'settings-advanced',
        reach: async (panel) => {
          await panel.getByRole('heading', { name: 'Shortcuts' }).press('Escape')
          await hands(panel).button('Advanced').click()
          await hands(panel).button('Shortcuts').scrollIntoViewIfNeeded()
        },
      },
      { name: 'privacy', reach: (panel) => hands(panel).button('Privacy').click() },
      {
        name: 'report',
        reach: async (panel) => {
          await panel.getByRole('heading', { name: 'Privacy' }).press('Escape')
          await hands(panel).button('Report a problem').click()
        },
      },
      {
        name: 'filled',
        reach: async (panel) => {
          await hands(panel).tab('Create').click()
          await hands(panel).prompt.fill(Array(6).fill(`${PROMPT}.`).join(' '))
          await hands(panel).style('Linocut').check()
        },
      },
      { name: 'too-long', reach: (panel) => hands(panel).prompt.fill(PROMPT.repeat(20)) },
    ],
  },
  only(
    'selection',
    {
      stage: {
        ...withKey,
        handlers: { 'selection.read': () => selectionOf({ count: 1, layer: SELECTED }) },
      },
    },
    (panel) => hands(panel).button('Reuse').waitFor(),
  ),
  only(
    'no-credits',
    {
      stage: withKey,
      faults: [{ route: 'credits', fault: { kind: 'answer', status: 200, body: { credits: 0 } } }],
    },
    async (panel) => {
      await hands(panel).prompt.fill(PROMPT)
      await panel.locator('#generate-reason').getByText('Not enough credits').waitFor()
      await hands(panel).says('Not enough credits')
    },
  ),
  only('journal-unreadable', { stage: { ...withKey, handlers: { 'journal.load': unavailable } } }, (panel) =>
    panel.getByRole('region', { name: 'Your pictures could not be read.' }).waitFor(),
  ),
  only(
    'colors-unreadable',
    { stage: { ...withKey, handlers: { 'colors.read': unavailable } } },
    async (panel) => {
      await panel.getByText('Ask for colors of this file').click()
      await panel.locator('.problem').waitFor()
    },
  ),
  only('prompt-colors', { stage: withBrand }, async (panel) => {
    await hands(panel).prompt.fill('A paper boat on a blue sea')
    await panel.getByText('Ask for colors of this file').click()
    await panel.getByRole('option', { name: 'blue/100' }).click()
    await panel.getByRole('option', { name: 'Warning' }).click()
    await panel.getByText('Will be sent').scrollIntoViewIfNeeded()
  }),
  only(
    'recolor',
    {
      stage: {
        ...withBrand,
        handlers: {
          ...withBrand.handlers,
          'selection.read': () => selectionOf({ count: 3 }),
          'canvas.palette': () => ({
            colors: ['#1e6fea', '#f4d03f', '#fafafa', '#222222'].map((color, i) => ({
              ...{ color, uses: ['fill' as const], layers: 12 - i },
            })),
            mixes: [],
            ...{ layers: 42, locked: 2, mixed: 1, skipped: 0, isPartial: false },
          }),
        },
      },
    },
    async (panel) => {
      await panel.getByRole('button', { name: 'Recolor', exact: true }).click()
      await hands(panel).choose('Colors', 'Match file colors')
      await panel.getByRole('button', { name: /^Recolor \d+ layers$/ }).waitFor()
    },
  ),
]
