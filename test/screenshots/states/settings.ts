import { hands } from '../../support/panel-hands'
import { ONE } from './history'
import { type State, withKey } from './state'
import { breakHistory, openHistory } from './ways'

/** The settings, what they lead to, and what is shown when nothing else can be. */
export const SETTINGS: readonly State[] = [
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
      await openHistory(panel)
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
      await openHistory(panel)
      await breakHistory(panel)
      await hands(panel).tab('Create').click()
      await hands(panel).tab('History').click()
      await hands(panel).button('Reload').waitFor()
    },
  },
]
