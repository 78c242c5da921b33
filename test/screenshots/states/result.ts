import type { Panel } from '../../support/panel'
import { failing, panelControls } from '../../support/panel-controls'
import { selectionOf } from '../../support/picture'
import { STILL_LIFE, STILL_LIFE_POINTS } from '../../support/still-life'
import { SELECTED, withBrand } from './file'
import { only, type Path, PROMPT, withKey } from './state'
import { forever, generate, ready } from './steps'

/** Opens the image when it is ready. */
async function open(panel: Panel, style?: string, size?: string): Promise<void> {
  await ready(panel, style, size)
  await panelControls(panel).openPicture(PROMPT)
  await panelControls(panel).button('Zoom in').waitFor()
}

const button = (panel: Panel, name: string) => panel.getByRole('button', { name, exact: true })

/** Moves the pointer to a point of the image, given as shares of its width and height. */
async function pointAt(panel: Panel, { x, y }: { readonly x: number; readonly y: number }) {
  const image = panel.locator('.stage img')
  const { width = 0, height = 0 } = (await image.boundingBox()) ?? {}
  await image.hover({ position: { x: width * x, y: height * y } })
}

/** An opened image with several objects. */
const OF_OBJECTS = {
  stage: { settings: { ...withKey.settings, layers: 'objects' } },
  kept: [{ prompt: PROMPT, svg: STILL_LIFE, inserted: false }],
}

async function openObjects(panel: Panel): Promise<void> {
  await panelControls(panel).openPicture(PROMPT)
  await button(panel, 'Objects').waitFor()
}

/** A preparation that never ends. */
const ENDLESS = 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }'

/** An image and its actions. */
export const RESULT: readonly Path[] = [
  {
    stage: withKey,
    states: [
      { name: 'ready', reach: (panel) => ready(panel) },
      {
        name: 'picture',
        reach: async (panel) => {
          await panelControls(panel).openPicture(PROMPT)
          await panelControls(panel).button('Zoom in').waitFor()
        },
      },
      { name: 'picture-menu', reach: (panel) => button(panel, 'More').click() },
      {
        name: 'picture-details',
        reach: async (panel) => {
          await panel.getByRole('menuitem', { name: 'Details' }).click()
          await panelControls(panel).button('Copy request ID').scrollIntoViewIfNeeded()
        },
      },
      {
        name: 'picture-prompt',
        reach: async (panel) => {
          await button(panel, 'Details').click()
          await button(panel, 'Prompt').click()
        },
      },
      {
        name: 'zoomed',
        reach: async (panel) => {
          for (const percent of ['200%', '400%']) {
            await panelControls(panel).button('Zoom in').click()
            await panelControls(panel).waitForStatus(percent)
          }
        },
      },
      {
        name: 'original',
        reach: async (panel) => {
          await panelControls(panel).button('Hold to see the original').press('Enter')
          await panel.getByRole('button', { name: 'Hold to see the original', pressed: true }).waitFor()
        },
      },
      {
        name: 'inserted',
        reach: async (panel) => {
          await panelControls(panel).insert.click()
          await panelControls(panel).waitForStatus('Inserted')
        },
      },
    ],
  },
  {
    ...OF_OBJECTS,
    states: [
      {
        name: 'object-pointed',
        reach: async (panel) => {
          await openObjects(panel)
          await pointAt(panel, STILL_LIFE_POINTS.tree)
          await panel.locator('.object-badge').waitFor()
        },
      },
      {
        name: 'objects',
        reach: async (panel) => {
          await button(panel, 'Objects').click()
          await panel.getByRole('checkbox', { name: 'Red shape, left' }).click()
          await panel.getByRole('checkbox', { name: 'Background', exact: true }).click()
          await button(panel, 'Objects').focus()
        },
      },
      {
        name: 'object-row',
        reach: (panel) => panel.getByRole('checkbox', { name: 'Green shape, middle' }).focus(),
      },
    ],
  },
  {
    ...OF_OBJECTS,
    states: [
      {
        name: 'object-only',
        reach: async (panel) => {
          await openObjects(panel)
          await button(panel, 'Objects').click()
          await button(panel, 'Only Green shape, middle').press('Enter')
          await button(panel, 'Objects').focus()
        },
      },
      {
        name: 'objects-none',
        reach: async (panel) => {
          await panel.getByRole('checkbox', { name: 'Green shape, middle' }).press(' ')
          await button(panel, 'Objects').focus()
        },
      },
      {
        name: 'objects-tile',
        reach: async (panel) => {
          await panel.getByRole('checkbox', { name: 'Green shape, middle' }).press(' ')
          await button(panel, 'Back to Create').click()
          await panelControls(panel).tiles.first().click()
        },
      },
    ],
  },
  only(
    'objects-replace',
    {
      ...OF_OBJECTS,
      stage: {
        ...OF_OBJECTS.stage,
        handlers: { 'selection.read': () => selectionOf({ count: 1, layer: SELECTED }) },
      },
    },
    async (panel) => {
      await openObjects(panel)
      await button(panel, 'Objects').click()
      await panel.getByRole('checkbox', { name: 'Red shape, left' }).click()
    },
  ),
  {
    stage: { ...withKey, handlers: { 'picture.insert': () => forever as Promise<never> } },
    states: [
      { name: 'picture-portrait', reach: (panel) => open(panel, 'Linocut', '1024 × 1820') },
      {
        name: 'inserting',
        reach: async (panel) => {
          await panelControls(panel).insert.click()
          await panelControls(panel).waitForStatus('Inserting…')
        },
      },
    ],
  },
  {
    stage: { ...withBrand, settings: { ...withBrand.settings, background: 'remove' } },
    states: [
      {
        name: 'picture-layers',
        reach: async (panel) => {
          await open(panel)
          await button(panel, 'Layers').click()
          await panel.getByRole('combobox', { name: 'Insert as' }).scrollIntoViewIfNeeded()
        },
      },
      {
        name: 'picture-colors',
        reach: async (panel) => {
          await button(panel, 'Layers').click()
          await panelControls(panel).choose('Colors', 'Match file colors')
          await panel
            .getByRole('button', { name: /becomes/ })
            .first()
            .waitFor()
        },
      },
      {
        name: 'picture-all-colors',
        reach: (panel) => panelControls(panel).button('more color').click(),
      },
      {
        name: 'colors',
        reach: async (panel) => {
          await panel
            .getByRole('button', { name: /becomes/ })
            .nth(1)
            .click()
          await panel.getByRole('combobox', { name: 'Search the file’s colors' }).press('ArrowDown')
        },
      },
      {
        name: 'picture-chosen-colors',
        reach: async (panel) => {
          await panel.getByRole('combobox', { name: 'Search the file’s colors' }).press('Escape')
          await panelControls(panel).choose('Colors', 'Choose…')
          await panel.getByRole('checkbox', { name: 'Warning' }).check()
        },
      },
    ],
  },
  only(
    'picture-preparing',
    { stage: { ...withKey, handlers: { 'vector.load': () => ({ source: ENDLESS }) } } },
    async (panel) => {
      await generate(panel)
      await panel.getByRole('gridcell', { name: PROMPT, selected: true }).waitFor()
      await panelControls(panel).openPicture(PROMPT)
      await panel.getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
    },
  ),
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
    states: [
      {
        name: 'unusable',
        reach: async (panel) => {
          await generate(panel)
          await panelControls(panel).waitForStatus('The image is empty.')
        },
      },
      { name: 'picture-unusable', reach: (panel) => panelControls(panel).openPicture(PROMPT) },
    ],
  },
  only(
    'insert-refused',
    { stage: { ...withKey, handlers: { 'picture.insert': failing('import-refused') } } },
    async (panel) => {
      await open(panel)
      await panelControls(panel).insert.click()
      await panelControls(panel).waitForStatus('Figma could not read this image.')
    },
  ),
]
