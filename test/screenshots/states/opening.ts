import { RequestFailure } from '../../../src/protocol/fault'
import { hands } from '../../support/panel-hands'
import { type State, withKey } from './state'

/** Before there is a key, or anything at all. */
export const OPENING: readonly State[] = [
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
  { name: 'samples', reach: (panel) => hands(panel).button('Try without a key').click() },
  {
    name: 'samples-drawing',
    reach: async (panel) => {
      await hands(panel).button('Try without a key').click()
      await hands(panel).generate.click()
      await hands(panel).says('Drawing…')
    },
  },
]
