import type { FrameLocator } from 'playwright-core'
import type { BrandColour } from '../../src/protocol/colours'
import { RequestFailure } from '../../src/protocol/fault'
import { PICTURES } from '../../src/samples/pictures'
import type { Size, Style } from '../../src/segmind/request'
import { sampleSvg } from '../../src/ui/samples/svg'
import { DEMO_KEY, type FaultRule } from '../../stand-in'
import { draw } from '../../stand-in/drawing'
import { type KeptPicture, keptPictures } from '../support/kept-pictures'
import { hands } from '../support/panel-hands'
import type { StageOptions } from '../support/panel-stage'

/** One state of the panel, and the way to it. */
export interface State {
  readonly name: string
  readonly stage?: StageOptions
  /** What earlier visits have kept. */
  readonly kept?: readonly KeptPicture[]
  readonly faults?: readonly FaultRule[]
  /** What the state makes the console say. */
  readonly expected?: readonly RegExp[]
  readonly reach: (panel: FrameLocator) => Promise<void>
}

/** How large the panel is looked at, in px. */
export const SIZES = [
  { width: 320, height: 560 },
  { width: 560, height: 720 },
]

const withKey: StageOptions = { settings: { apiKey: DEMO_KEY } }

const BRAND: readonly BrandColour[] = [
  ...(['#0b3d91', '#1f6feb', '#9ecbff', '#f6f8fa', '#24292f'] as const).map((hex, i) => ({
    ...{
      kind: 'variable' as const,
      id: `VariableID:1:${i}`,
      name: `blue/${100 + 200 * i}`,
      group: 'Brand',
      hex,
    },
    ...{ opacity: 1, scopes: ['ALL_SCOPES'], remote: false },
  })),
  ...(['#ff6b35', '#ffd166', '#06d6a0'] as const).map((hex, i) => ({
    ...{
      kind: 'style' as const,
      id: `S:${i}`,
      name: ['Warning', 'Sun', 'Leaf'][i] ?? '',
      group: 'Accents',
      hex,
    },
    ...{ opacity: 1, scopes: [], remote: i === 2 },
  })),
]
const withBrand: StageOptions = {
  ...withKey,
  handlers: {
    'colours.read': () => ({ colours: BRAND, hasVariables: true, hasStyles: true, canCreateVariables: true }),
  },
}

const PROMPT = 'A red fox sitting in the snow under a big yellow moon, pine trees behind it'
const forever = new Promise(() => undefined)

async function generate(panel: FrameLocator, style = 'Any', size = '1365 × 1024'): Promise<void> {
  const ui = hands(panel)
  await ui.prompt.fill(PROMPT)
  await ui.style(style).check()
  await ui.size(size).check()
  await ui.generate.click()
}

async function ready(panel: FrameLocator, style?: string, size?: string): Promise<void> {
  await generate(panel, style, size)
  await panel.getByRole('img', { name: PROMPT }).waitFor()
}

/** From now on the history's view throws when it shows a picture; `isBroken: false` puts that right. */
export async function breakHistory(panel: FrameLocator, isBroken = true): Promise<void> {
  await panel.locator('html').evaluate((_, broken) => {
    const own = window as unknown as { IntersectionObserver: unknown; kept?: unknown }
    own.kept ??= own.IntersectionObserver
    own.IntersectionObserver = broken
      ? class {
          constructor() {
            throw new Error('No observer here, said “a secret prompt”')
          }
        }
      : own.kept
  }, isBroken)
}

/** A picture of ours, selected on the canvas. */
const SELECTED = {
  ...{ id: '3:4', name: 'Hero', width: 400, height: 300, isContainer: true, isReplaceable: true },
  recipe: {
    ...{
      version: 1 as const,
      prompt: PROMPT,
      style: 'linocut',
      size: '1024x1024',
      requestId: null,
      cost: 0.1,
    },
    ...{ at: 0, layers: 'merged', background: 'keep', unify: 0.02 },
  },
}

const drawn = (style: Style, size: Size): KeptPicture => ({
  ...{ prompt: PROMPT, style, size, svg: draw(PROMPT, style, size, 0), inserted: false },
})
const ONE = [drawn('any', '1365x1024')]

/** The history, and the pictures in it. */
async function history(panel: FrameLocator): Promise<void> {
  await hands(panel).tab('History').click()
  await panel.getByRole('listitem').last().waitFor()
  for (const item of await panel.getByRole('listitem').all()) {
    await item.locator('.preview img').evaluate((image: HTMLImageElement) => image.decode())
  }
}

const failing = (name: string, rule: FaultRule, title: string): State => ({
  name,
  stage: withKey,
  faults: [rule],
  reach: async (panel) => {
    await generate(panel)
    await hands(panel).says(title)
  },
})

/** How the panel starts on the way to a state: the same each time, whatever was done to what is kept. */
export const stageOf = ({ stage, kept }: State): StageOptions => ({
  ...stage,
  ...(kept && { journal: keptPictures(kept) }),
  reducedMotion: true,
})

/** Every state that a user can meet. */
export const STATES: readonly State[] = [
  { name: 'opening', stage: { ...withKey, held: true }, reach: (panel) => hands(panel).prompt.waitFor() },
  { name: 'opening-first-run', stage: { held: true }, reach: (panel) => hands(panel).saveKey.waitFor() },
  {
    name: 'not-started',
    stage: { ...withKey, held: true },
    expected: [/^error: /],
    async reach(panel) {
      await hands(panel).prompt.waitFor()
      await panel.locator('html').evaluate(() => dispatchEvent(new ErrorEvent('error')))
    },
  },
  { name: 'first-run', reach: (panel) => hands(panel).saveKey.waitFor() },
  {
    name: 'first-run-wrong-key',
    reach: async (panel) => {
      await hands(panel).key.fill('not a key')
      await hands(panel).saveKey.click()
    },
  },
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
  {
    name: 'too-long',
    stage: withKey,
    reach: (panel) => hands(panel).prompt.fill(PROMPT.repeat(20)),
  },
  {
    name: 'sending',
    stage: withKey,
    faults: [{ route: 'submit', fault: { kind: 'held', until: forever } }],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Sending the prompt…')
    },
  },
  {
    name: 'drawing',
    stage: withKey,
    faults: [{ route: 'status', fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } } }],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Drawing…')
    },
  },
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
    name: 'preparing',
    stage: {
      ...withKey,
      handlers: {
        'vector.load': () => ({
          source: 'var vector = { serve: (port) => port.postMessage({ type: "ready" }) }',
        }),
      },
    },
    reach: async (panel) => {
      await generate(panel)
      await panel.getByRole('progressbar', { name: 'Progress of the layers' }).waitFor()
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
    name: 'inserting',
    stage: { ...withKey, handlers: { 'picture.insert': () => forever as Promise<never> } },
    reach: async (panel) => {
      await ready(panel, 'Engraving')
      await hands(panel).insert.click()
      await hands(panel).says('Inserting…')
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
  {
    name: 'colours',
    stage: withBrand,
    reach: async (panel) => {
      await ready(panel)
      await panel.getByRole('combobox', { name: 'Colours of this file' }).selectOption('snap')
      await panel
        .getByRole('button', { name: /becomes/ })
        .nth(1)
        .click()
      await panel.getByRole('combobox', { name: 'Search the file’s colours' }).press('ArrowDown')
      await panel.getByRole('listbox').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'prompt-colours',
    stage: withBrand,
    reach: async (panel) => {
      await hands(panel).prompt.fill('A paper boat on a blue sea')
      await panel.getByText('Ask for colours of this file').click()
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
          colours: ['#1e6fea', '#f4d03f', '#fafafa', '#222222'].map((colour, i) => ({
            ...{ colour, uses: ['fill' as const], layers: 12 - i },
          })),
          mixes: [],
          ...{ layers: 42, locked: 2, mixed: 1, isPartial: false },
        }),
      },
    },
    reach: async (panel) => {
      await panel.getByRole('button', { name: 'Recolour', exact: true }).click()
      await panel.getByRole('combobox', { name: 'Colours of this file' }).selectOption('snap')
      await panel.getByRole('button', { name: /^Recolour \d+ layers$/ }).waitFor()
    },
  },
  failing(
    'key-refused',
    { route: 'submit', fault: { kind: 'answer', status: 401, body: { error: 'Invalid API key' } } },
    'Segmind did not accept the key.',
  ),
  failing(
    'rejected',
    { route: 'submit', fault: { kind: 'fail-job', error: 'The prompt was flagged by the content filter.' } },
    'Segmind could not draw this.',
  ),
  failing('may-have-been-charged', { route: 'submit', fault: { kind: 'html' } }, 'Segmind is not available'),
  {
    name: 'cancelled',
    stage: withKey,
    faults: [{ route: 'status', fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } } }],
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).says('Drawing…')
      await hands(panel).cancel.click()
      await hands(panel).says('You stopped waiting.')
    },
  },
  {
    name: 'several',
    stage: withKey,
    faults: [{ route: 'status', fault: { kind: 'answer', status: 200, body: { status: 'PROCESSING' } } }],
    reach: async (panel) => {
      for (const prompt of ['A sailing boat', 'An owl on a branch', 'A coffee cup']) {
        await hands(panel).prompt.fill(prompt)
        await hands(panel).generate.click()
      }
      await panel.locator('.job-row').getByText('Starts when another picture is done…').waitFor()
    },
  },
  {
    name: 'no-room',
    stage: {
      ...withKey,
      handlers: {
        'journal.putPicture': () => {
          throw new RequestFailure('storage-full', 'full')
        },
      },
    },
    reach: async (panel) => {
      await generate(panel)
      await hands(panel).button('Save as SVG').waitFor()
      await panel.getByRole('img', { name: PROMPT }).waitFor()
    },
  },
  failing(
    'rate-limited',
    { route: 'submit', fault: { kind: 'rate-limited' } },
    'Too many requests: it is sent again by itself.',
  ),
  {
    name: 'settings-unavailable',
    stage: {
      handlers: {
        'settings.load': () => {
          throw new RequestFailure('storage-unavailable', 'no')
        },
      },
    },
    reach: (panel) => hands(panel).button('Try again').waitFor(),
  },
  {
    name: 'history',
    stage: withKey,
    kept: [drawn('any', '1365x1024'), drawn('linocut', '1024x1024'), drawn('line_circuit', '1024x1820')],
    reach: history,
  },
  {
    name: 'history-no-match',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await history(panel)
      await panel.getByRole('searchbox', { name: 'Search prompts' }).fill('nothing like it')
    },
  },
  {
    name: 'history-deleted',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await history(panel)
      await hands(panel).button('Delete').first().click()
      await hands(panel).button('Undo').waitFor()
    },
  },
  {
    name: 'history-details',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await history(panel)
      await hands(panel).button('Details').first().click()
      await panel.getByRole('img', { name: PROMPT }).waitFor()
    },
  },
  {
    name: 'history-nearly-full',
    stage: withKey,
    kept: Array.from({ length: 10 }, (_, i) => ({ prompt: `${PROMPT}, ${i + 1}`, bytes: 440_000 })),
    reach: async (panel) => {
      await hands(panel).tab('History').click()
      await panel.getByText('Nearly full').scrollIntoViewIfNeeded()
      await panel.getByRole('listitem').last().locator('img').first().waitFor()
    },
  },
  { name: 'history-empty', stage: withKey, reach: (panel) => hands(panel).tab('History').click() },
  { name: 'samples', reach: (panel) => hands(panel).button('Try without a key').click() },
  {
    name: 'samples-drawing',
    reach: async (panel) => {
      await hands(panel).button('Try without a key').click()
      await hands(panel).generate.click()
      await hands(panel).says('Drawing…')
    },
  },
  {
    name: 'samples-history',
    kept: PICTURES.map((picture, i) => ({
      ...{ prompt: picture.prompt, svg: sampleSvg(picture, 1024, 1024), isSample: true },
      ...{ inserted: i > 1, starred: i === 0 },
    })),
    reach: async (panel) => {
      await hands(panel).button('Try without a key').click()
      await history(panel)
    },
  },
  { name: 'settings', stage: withKey, reach: (panel) => hands(panel).tab('Settings').click() },
  {
    name: 'settings-below',
    stage: withKey,
    reach: async (panel) => {
      await hands(panel).tab('Settings').click()
      await hands(panel).button('Report a problem').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-clear',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      const ui = hands(panel)
      await history(panel)
      await ui.button('Star').click()
      await ui.tab('Settings').click()
      await ui.button('Clear history').click()
    },
  },
  {
    name: 'privacy',
    stage: withKey,
    reach: async (panel) => {
      await hands(panel).tab('Settings').click()
      await hands(panel).button('What happens to my data').click()
    },
  },
  {
    name: 'report',
    stage: withKey,
    reach: async (panel) => {
      await hands(panel).tab('Settings').click()
      await hands(panel).button('Report a problem').click()
    },
  },
  {
    name: 'fatal',
    stage: withKey,
    kept: ONE,
    expected: [/No observer here/],
    reach: async (panel) => {
      await history(panel)
      await breakHistory(panel)
      await hands(panel).tab('Create').click()
      await hands(panel).tab('History').click()
      await hands(panel).button('Reload').waitFor()
    },
  },
]
