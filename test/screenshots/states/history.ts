import { ownPicture } from 'segmind-stand-in/pictures'
import { PICTURES } from '../../../src/samples/pictures'
import type { Size, Style } from '../../../src/segmind/models'
import { sampleSvg } from '../../../src/ui/samples/svg'
import type { KeptPicture } from '../../support/kept-pictures'
import { panelControls } from '../../support/panel-controls'
import { only, type Path, PROMPT, withKey } from './state'
import { breakHistory, openHistory, unavailable } from './steps'

const drawn = (style: Style, size: Size): KeptPicture => ({
  ...{ prompt: PROMPT, style, size, svg: ownPicture({ prompt: PROMPT, style, size }), inserted: false },
})
const ONE = [drawn('any', '1365x1024')]

/** History. */
export const HISTORY: readonly Path[] = [
  {
    stage: withKey,
    kept: [...ONE, drawn('linocut', '1024x1024'), drawn('line_circuit', '1024x1820')],
    states: [
      { name: 'history', reach: openHistory },
      {
        name: 'history-selected',
        reach: async (panel) => {
          await panelControls(panel).tiles.first().click()
          await panelControls(panel)
            .tiles.last()
            .click({ modifiers: ['Shift'] })
        },
      },
      {
        name: 'history-deleted',
        reach: async (panel) => {
          // Otherwise all selected images are deleted, and nothing is left to search.
          await panelControls(panel).tiles.first().press('Escape')
          await panelControls(panel).tiles.first().press('Delete')
          await panelControls(panel).button('Undo').waitFor()
        },
      },
      {
        name: 'history-no-match',
        reach: (panel) => panel.getByRole('searchbox', { name: 'Search prompts' }).fill('nothing like it'),
      },
    ],
  },
  {
    stage: withKey,
    kept: [...ONE, { ...drawn('linocut', '1024x1024'), starred: true }],
    expected: [/No day here/],
    states: [
      {
        name: 'settings-clear',
        reach: async (panel) => {
          await panelControls(panel).tab('Settings').click()
          await panelControls(panel).button('Clear history').click()
        },
      },
      {
        name: 'fatal',
        reach: async (panel) => {
          await breakHistory(panel)
          await panelControls(panel).tab('History').click()
          await panelControls(panel).button('Reload').waitFor()
        },
      },
    ],
  },
  only(
    'history-other-version',
    {
      stage: {
        ...withKey,
        handlers: {
          'journal.load': () => ({
            jobs: [{ job: 'later', entries: [], pictureBytes: null, otherBytes: 1_200_000 }],
          }),
        },
      },
    },
    async (panel) => {
      await panelControls(panel).tab('History').click()
      await panel.getByRole('tabpanel').getByText('from another version').waitFor()
    },
  ),
  ...(
    [
      ['missing', { 'journal.picture': () => ({ bytes: null }) }, 'This image could not be read.'],
      ['unprepared', { 'vector.load': unavailable }, 'The layers of this image are not ready.'],
    ] as const
  ).map(([what, handlers, title]) =>
    only(`history-${what}`, { stage: { ...withKey, handlers }, kept: ONE }, async (panel) => {
      await panelControls(panel).tab('History').click()
      await panelControls(panel).tiles.getByText(title).waitFor()
    }),
  ),
  only(
    'history-nearly-full',
    {
      stage: withKey,
      kept: Array.from({ length: 10 }, (_, i) => ({ prompt: `${PROMPT}, ${i + 1}`, bytes: 440_000 })),
    },
    async (panel) => {
      await panelControls(panel).tab('History').click()
      await panel.locator('.space-note').scrollIntoViewIfNeeded()
    },
  ),
  only(
    'settings-nearly-full',
    {
      stage: withKey,
      kept: Array.from({ length: 10 }, (_, i) => ({ prompt: `${PROMPT}, ${i + 1}`, bytes: 440_000 })),
    },
    async (panel) => {
      await panelControls(panel).tab('Settings').click()
      await panel.locator('.space-note').scrollIntoViewIfNeeded()
    },
  ),
  only(
    'samples-history',
    {
      kept: PICTURES.map((picture, i) => ({
        ...{ prompt: picture.prompt, svg: sampleSvg(picture, 1024, 1024), isSample: true },
        ...{ inserted: i > 1, starred: i === 0 },
      })),
    },
    async (panel) => {
      await openHistory(panel)
    },
  ),
]
