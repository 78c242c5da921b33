import { PICTURES } from '../../../src/samples/pictures'
import { panelControls } from '../../support/panel-controls'
import { only, type Path, withKey } from './state'
import { unavailable } from './steps'

/** Before there is a key, or anything else. */
export const OPENING: readonly Path[] = [
  {
    stage: { ...withKey, held: true },
    expected: [/^error: /],
    states: [
      { name: 'opening', reach: (panel) => panelControls(panel).prompt.waitFor() },
      {
        name: 'not-started',
        reach: (panel) => panel.locator('html').evaluate(() => void dispatchEvent(new ErrorEvent('error'))),
      },
    ],
  },
  only('opening-first-run', { stage: { held: true } }, (panel) => panelControls(panel).saveKey.waitFor()),
  {
    expected: [/Failed to load resource/],
    states: [
      { name: 'first-run', reach: (panel) => panel.getByRole('img').waitFor() },
      {
        name: 'first-run-key-refused',
        reach: async (panel) => {
          await panelControls(panel).key.fill('SG_1f0c9a7bd2e84c55')
          await panelControls(panel).saveKey.click()
          await panelControls(panel).waitForStatus('Segmind refused this key.')
        },
      },
      {
        name: 'samples',
        reach: async (panel) => {
          await panelControls(panel)
            .button(PICTURES[0]?.prompt ?? '')
            .click()
          await panel.getByRole('img', { name: PICTURES[0]?.prompt ?? '' }).waitFor()
          await panelControls(panel).insert.waitFor()
        },
      },
    ],
  },
  {
    stage: { settings: { ...withKey.settings, seenVersion: '0.0.9' } },
    states: [
      { name: 'updated', reach: (panel) => panelControls(panel).button('What is new').waitFor() },
      {
        name: 'updated-what-is-new',
        reach: async (panel) => {
          await panelControls(panel).button('What is new').click()
          await panel.getByRole('region', { name: 'What is new' }).getByRole('listitem').first().waitFor()
        },
      },
    ],
  },
  only('settings-unavailable', { stage: { handlers: { 'settings.load': unavailable } } }, (panel) =>
    panelControls(panel).button('Try again').waitFor(),
  ),
]
