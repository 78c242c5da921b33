import { panelControls } from '../../support/panel-controls'
import { selectionOf } from '../../support/picture'
import { HERO, HERO_PLACES, IN_HERO, SELECTED, withBrand } from './file'
import { only, type Path, PROMPT, withKey } from './state'
import { checkedOnly, foundOtherwise, startCheck, unavailable } from './steps'

/** The form, the target layers, and settings. */
export const CREATE: readonly Path[] = [
  {
    stage: withKey,
    states: [
      { name: 'create-empty', reach: (panel) => panelControls(panel).generate.waitFor() },
      { name: 'history-empty', reach: (panel) => panelControls(panel).tab('History').click() },
      { name: 'settings', reach: (panel) => panelControls(panel).tab('Settings').click() },
      { name: 'settings-key', reach: (panel) => panelControls(panel).button('Replace').click() },
      { name: 'shortcuts', reach: (panel) => panelControls(panel).button('Shortcuts').click() },
      {
        name: 'settings-advanced',
        reach: async (panel) => {
          await panel.getByRole('heading', { name: 'Shortcuts' }).press('Escape')
          await panelControls(panel).button('Advanced').click()
          await panelControls(panel).button('Shortcuts').scrollIntoViewIfNeeded()
        },
      },
      { name: 'privacy', reach: (panel) => panelControls(panel).button('Privacy').click() },
      {
        name: 'report',
        reach: async (panel) => {
          await panel.getByRole('heading', { name: 'Privacy' }).press('Escape')
          await panelControls(panel).button('Report a problem').click()
        },
      },
      {
        name: 'check',
        reach: async (panel) => {
          await panel.getByRole('heading', { name: 'Report a problem' }).press('Escape')
          await panelControls(panel).button('Check this installation').click()
        },
      },
      {
        name: 'check-well',
        reach: async (panel) => {
          await panelControls(panel).button('Start check').click()
          await panel.getByText('Everything is as expected.').first().waitFor()
        },
      },
      {
        name: 'filled',
        reach: async (panel) => {
          await panelControls(panel).tab('Create').click()
          await panelControls(panel).prompt.fill(Array(6).fill(`${PROMPT}.`).join(' '))
          await panelControls(panel).style('Linocut').check()
        },
      },
      { name: 'too-long', reach: (panel) => panelControls(panel).prompt.fill(PROMPT.repeat(20)) },
      {
        name: 'create-typing-with-ideas',
        reach: async (panel) => {
          await panelControls(panel).prompt.fill(`${PROMPT}, plain background`)
          await panelControls(panel).button('Ideas').click()
          await panel.getByRole('menu', { name: 'Ideas' }).waitFor()
        },
      },
      {
        name: 'tooltip',
        reach: async (panel) => {
          await panel.getByRole('menu', { name: 'Ideas' }).press('Escape')
          await panelControls(panel).style('Line circuit').hover()
          await panel.locator('.tooltip').getByText('Line circuit').waitFor()
        },
      },
    ],
  },
  {
    stage: {
      ...withBrand,
      handlers: {
        ...withBrand.handlers,
        'selection.read': () => selectionOf({ count: 1, layer: HERO, target: IN_HERO, places: HERO_PLACES }),
      },
    },
    states: [
      {
        name: 'size-popover',
        reach: async (panel) => {
          await panelControls(panel).prompt.fill(PROMPT)
          await panelControls(panel).size.click()
          await panel.getByRole('option', { name: 'Match Hero banner' }).waitFor()
        },
      },
      {
        name: 'colors-popover',
        reach: async (panel) => {
          await panel.getByRole('option', { name: 'Match Hero banner' }).press('Escape')
          await panelControls(panel).button('Colors: ').click()
          await panel.getByRole('radio', { name: 'Match file colors' }).check()
          await panel.getByRole('checkbox', { name: 'Mention them' }).check()
        },
      },
      {
        name: 'colors-choose',
        reach: async (panel) => {
          await panel.getByRole('radio', { name: 'Choose…' }).click()
          for (const name of ['Sun', 'Leaf', 'Warning']) await panel.getByRole('checkbox', { name }).check()
        },
      },
      {
        name: 'place-menu',
        reach: async (panel) => {
          await panel.getByRole('searchbox').press('Escape')
          await panelControls(panel).generate.click()
          await panel.getByRole('img', { name: PROMPT }).waitFor()
          await panel.getByRole('region', { name: 'Insert' }).getByRole('button').first().click()
          await panel.getByRole('menuitemcheckbox', { name: 'Next to it' }).waitFor()
        },
      },
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
    (panel) => panelControls(panel).button('Reuse').waitFor(),
  ),
  only(
    'no-credits',
    {
      stage: withKey,
      faults: [{ route: 'credits', fault: { kind: 'answer', status: 200, body: { credits: 0 } } }],
    },
    async (panel) => {
      await panelControls(panel).prompt.fill(PROMPT)
      await panelControls(panel).waitForStatus('Not enough credits')
    },
  ),
  only('journal-unreadable', { stage: { ...withKey, handlers: { 'journal.load': unavailable } } }, (panel) =>
    panel.getByRole('region', { name: 'Your images could not be read.' }).waitFor(),
  ),
  only(
    'colors-unreadable',
    { stage: { ...withKey, handlers: { 'colors.read': unavailable } } },
    async (panel) => {
      await panelControls(panel).button('Colors: ').click()
      await panel.locator('.problem').waitFor()
    },
  ),
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
      await panelControls(panel).button('Colors: ').click()
      await panelControls(panel).button('Recolor the selection').click()
      await panelControls(panel).choose('Colors', 'Match file colors')
      await panel.getByRole('button', { name: /^Recolor \d+ layers$/ }).waitFor()
    },
  ),
  only(
    'check-running',
    { stage: { ...withKey, handlers: { 'check.run': checkedOnly('storage') } } },
    startCheck,
  ),
  {
    stage: { ...withKey, handlers: { 'check.run': foundOtherwise } },
    faults: [{ route: 'credits', fault: { kind: 'answer', status: 401, body: { error: 'Unauthorized' } } }],
    expected: [/Failed to load resource/],
    states: [
      {
        name: 'check-problems',
        reach: async (panel) => {
          await startCheck(panel)
          await panelControls(panel).button('Check again').waitFor()
        },
      },
      {
        name: 'check-problems-below',
        reach: (panel) => panel.getByText('Opacity of groups').scrollIntoViewIfNeeded(),
      },
    ],
  },
]
