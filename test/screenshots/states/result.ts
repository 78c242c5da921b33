import { DEMO_KEY } from 'segmind-stand-in'
import { RequestFailure } from '../../../src/protocol/fault'
import { hands } from '../../support/panel-hands'
import { withBrand } from './file'
import { type State, withKey } from './state'
import { forever, generate, ready } from './ways'

/** A picture, and what can be done with it. */
export const RESULT: readonly State[] = [
  { name: 'ready', stage: withKey, reach: (panel) => ready(panel) },
  { name: 'ready-portrait', stage: withKey, reach: (panel) => ready(panel, 'Linocut', '1024 × 1820') },
  {
    name: 'zoomed',
    stage: withKey,
    reach: async (panel) => {
      await ready(panel)
      for (const percent of ['200%', '400%']) {
        await hands(panel).button('Zoom in').click()
        await hands(panel).says(percent)
      }
    },
  },
  {
    name: 'before',
    stage: withKey,
    reach: async (panel) => {
      await ready(panel, 'Linocut', '2048 × 1024')
      await hands(panel).button('Before').click()
      await panel.getByRole('button', { name: 'Before', pressed: true }).waitFor()
    },
  },
  {
    name: 'ready-actions',
    stage: withKey,
    reach: async (panel) => {
      await ready(panel)
      await hands(panel).button('Copy SVG').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'ready-layers',
    stage: { settings: { apiKey: DEMO_KEY, background: 'remove' } },
    reach: async (panel) => {
      await ready(panel)
      await panel.getByText(/^\d+ layers$/).click()
      await panel.getByRole('listitem').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'colors',
    stage: withBrand,
    reach: async (panel) => {
      await ready(panel)
      await panel.getByRole('combobox', { name: 'Colors of this file' }).selectOption('snap')
      await panel
        .getByRole('button', { name: /becomes/ })
        .nth(1)
        .click()
      await panel.getByRole('combobox', { name: 'Search the file’s colors' }).press('ArrowDown')
      await panel.getByRole('listbox').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'inserting',
    stage: { ...withKey, handlers: { 'picture.insert': () => forever as Promise<never> } },
    reach: async (panel) => {
      await ready(panel, 'Engraving')
      await hands(panel).insert.click()
      await hands(panel).says('Inserting…')
    },
  },
  {
    name: 'inserted',
    stage: withKey,
    reach: async (panel) => {
      await ready(panel, 'Line art', '1536 × 1024')
      await hands(panel).insert.click()
      await hands(panel).says('Inserted')
    },
  },
  {
    name: 'unusable',
    stage: withKey,
    faults: [
      {
        route: 'media',
        fault: {
          kind: 'answer',
          status: 200,
          body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
        },
      },
    ],
    reach: async (panel) => {
      await generate(panel)
      await panel.getByRole('region', { name: 'The picture is empty.' }).waitFor()
    },
  },
  {
    name: 'insert-refused',
    stage: {
      ...withKey,
      handlers: {
        'picture.insert': () => {
          throw new RequestFailure('import-refused', 'no')
        },
      },
    },
    reach: async (panel) => {
      await ready(panel)
      await hands(panel).insert.click()
      await hands(panel).says('Figma could not read this picture.')
    },
  },
]
