import { ownPicture } from 'segmind-stand-in/pictures'
import { PICTURES } from '../../../src/samples/pictures'
import type { Size, Style } from '../../../src/segmind/models'
import { sampleSvg } from '../../../src/ui/samples/svg'
import type { KeptPicture } from '../../support/kept-pictures'
import { hands } from '../../support/panel-hands'
import { PROMPT, type State, withKey } from './state'
import { openHistory, unavailable } from './ways'

const drawn = (style: Style, size: Size): KeptPicture => ({
  ...{ prompt: PROMPT, style, size, svg: ownPicture({ prompt: PROMPT, style, size }), inserted: false },
})
export const ONE = [drawn('any', '1365x1024')]

/** Every picture that is kept. */
export const HISTORY: readonly State[] = [
  {
    name: 'history',
    stage: withKey,
    kept: [drawn('any', '1365x1024'), drawn('linocut', '1024x1024'), drawn('line_circuit', '1024x1820')],
    reach: openHistory,
  },
  {
    name: 'history-other-version',
    stage: {
      ...withKey,
      handlers: {
        'journal.load': () => ({
          jobs: [{ job: 'later', entries: [], pictureBytes: null, otherBytes: 1_200_000 }],
        }),
      },
    },
    reach: async (panel) => {
      await hands(panel).tab('History').click()
      await panel.getByRole('tabpanel').getByText('from another version').waitFor()
    },
  },
  {
    name: 'history-no-match',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await openHistory(panel)
      await panel.getByRole('searchbox', { name: 'Search prompts' }).fill('nothing like it')
    },
  },
  {
    name: 'history-deleted',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await openHistory(panel)
      await hands(panel).button('Delete').first().click()
      await hands(panel).button('Undo').waitFor()
    },
  },
  {
    name: 'history-details',
    stage: withKey,
    kept: ONE,
    reach: async (panel) => {
      await openHistory(panel)
      await hands(panel).button('Details').first().click()
      await panel.getByRole('img', { name: PROMPT }).waitFor()
    },
  },
  {
    name: 'history-details-missing',
    stage: { ...withKey, handlers: { 'journal.picture': () => ({ bytes: null }) } },
    kept: ONE,
    reach: async (panel) => {
      await hands(panel).tab('History').click()
      await hands(panel).button('Details').first().click()
      await panel.getByRole('region', { name: 'This picture could not be read.' }).waitFor()
    },
  },
  {
    name: 'history-details-unprepared',
    stage: { ...withKey, handlers: { 'vector.load': unavailable } },
    kept: ONE,
    reach: async (panel) => {
      await hands(panel).tab('History').click()
      await hands(panel).button('Details').first().click()
      await panel.getByRole('region', { name: 'The layers of this picture are not made yet.' }).waitFor()
    },
  },
  {
    name: 'history-nearly-full',
    stage: withKey,
    kept: Array.from({ length: 10 }, (_, i) => ({ prompt: `${PROMPT}, ${i + 1}`, bytes: 440_000 })),
    reach: async (panel) => {
      await hands(panel).tab('History').click()
      await panel.locator('.space-note').scrollIntoViewIfNeeded()
      await panel.getByRole('listitem').last().locator('img').first().waitFor()
    },
  },
  { name: 'history-empty', stage: withKey, reach: (panel) => hands(panel).tab('History').click() },
  {
    name: 'samples-history',
    kept: PICTURES.map((picture, i) => ({
      ...{ prompt: picture.prompt, svg: sampleSvg(picture, 1024, 1024), isSample: true },
      ...{ inserted: i > 1, starred: i === 0 },
    })),
    reach: async (panel) => {
      await hands(panel).button('Try without a key').click()
      await openHistory(panel)
    },
  },
]
