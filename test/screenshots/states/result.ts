import { RequestFailure } from '../../../src/protocol/fault'
import { hands } from '../../support/panel-hands'
import { withBrand } from './file'
import { only, type Path, withKey } from './state'
import { forever, generate, ready } from './steps'

/** A picture, and what can be done with it. */
export const RESULT: readonly Path[] = [
  {
    stage: withKey,
    states: [
      { name: 'ready', reach: (panel) => ready(panel) },
      { name: 'ready-actions', reach: (panel) => hands(panel).button('Copy SVG').scrollIntoViewIfNeeded() },
      {
        name: 'zoomed',
        reach: async (panel) => {
          for (const percent of ['200%', '400%']) {
            await hands(panel).button('Zoom in').click()
            await hands(panel).says(percent)
          }
        },
      },
      {
        name: 'before',
        reach: async (panel) => {
          await hands(panel).button('Before').click()
          await panel.getByRole('button', { name: 'Before', pressed: true }).waitFor()
        },
      },
      {
        name: 'inserted',
        reach: async (panel) => {
          await hands(panel).insert.click()
          await hands(panel).says('Inserted')
        },
      },
    ],
  },
  {
    stage: { ...withKey, handlers: { 'picture.insert': () => forever as Promise<never> } },
    states: [
      { name: 'ready-portrait', reach: (panel) => ready(panel, 'Linocut', '1024 × 1820') },
      {
        name: 'inserting',
        reach: async (panel) => {
          await hands(panel).insert.click()
          await hands(panel).says('Inserting…')
        },
      },
    ],
  },
  {
    stage: { ...withBrand, settings: { ...withBrand.settings, background: 'remove' } },
    states: [
      {
        name: 'ready-layers',
        reach: async (panel) => {
          await ready(panel)
          await panel.getByText(/^\d+ layers$/).click()
          await panel.getByRole('listitem').last().scrollIntoViewIfNeeded()
        },
      },
      {
        name: 'colors',
        reach: async (panel) => {
          await panel.getByText(/^\d+ layers$/).click()
          await panel.getByRole('combobox', { name: 'Colors of this file' }).selectOption('snap')
          const changed = panel.getByRole('button', { name: /becomes/ })
          await changed.nth(1).click()
          await panel.getByRole('combobox', { name: 'Search the file’s colors' }).press('ArrowDown')
          await panel.getByRole('listbox').scrollIntoViewIfNeeded()
        },
      },
    ],
  },
  only(
    'unusable',
    {
      stage: withKey,
      faults: [
        {
          route: 'media',
          fault: {
            ...{ kind: 'answer', status: 200 },
            body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
          },
        },
      ],
    },
    async (panel) => {
      await generate(panel)
      await panel.getByRole('region', { name: 'The picture is empty.' }).waitFor()
    },
  ),
  only(
    'insert-refused',
    {
      stage: {
        ...withKey,
        handlers: {
          'picture.insert': () => {
            throw new RequestFailure('import-refused', 'no')
          },
        },
      },
    },
    async (panel) => {
      await ready(panel)
      await hands(panel).insert.click()
      await hands(panel).says('Figma could not read this picture.')
    },
  ),
]
