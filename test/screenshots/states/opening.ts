import { hands } from '../../support/panel-hands'
import { only, type Path, withKey } from './state'
import { unavailable } from './steps'

/** Before there is a key, or anything at all. */
export const OPENING: readonly Path[] = [
  {
    stage: { ...withKey, held: true },
    expected: [/^error: /],
    states: [
      { name: 'opening', reach: (panel) => hands(panel).prompt.waitFor() },
      {
        name: 'not-started',
        reach: (panel) => panel.locator('html').evaluate(() => void dispatchEvent(new ErrorEvent('error'))),
      },
    ],
  },
  only('opening-first-run', { stage: { held: true } }, (panel) => hands(panel).saveKey.waitFor()),
  {
    states: [
      { name: 'first-run', reach: (panel) => hands(panel).saveKey.waitFor() },
      {
        name: 'first-run-wrong-key',
        reach: async (panel) => {
          await hands(panel).key.fill('not a key')
          await hands(panel).saveKey.click()
        },
      },
      { name: 'samples', reach: (panel) => hands(panel).button('Try without a key').click() },
      {
        name: 'samples-drawing',
        reach: async (panel) => {
          await hands(panel).generate.click()
          await hands(panel).says('Drawing…')
        },
      },
    ],
  },
  only('settings-unavailable', { stage: { handlers: { 'settings.load': unavailable } } }, (panel) =>
    hands(panel).button('Try again').waitFor(),
  ),
]
