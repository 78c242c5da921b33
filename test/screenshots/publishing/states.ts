import type { Panel } from '../../support/panel'
import { panelControls } from '../../support/panel-controls'
import type { StageOptions } from '../../support/panel-stage'
import { selectionOf } from '../../support/picture'
import { HERO, HERO_PLACES, IN_HERO, withBrand } from '../states/file'
import { withKey } from '../states/state'

/** A state of the panel, with prompts that the stand-in has pictures for. */
interface PanelState {
  readonly stage: StageOptions
  readonly reach: (panel: Panel) => Promise<void>
  /** Indexes of the panel's images that are also shown beside it. */
  readonly beside: readonly number[]
}

export const FOX = 'A fox head on a shield, flat logo'

/** Four images of a prompt, two of them selected. */
const four = (prompt: string): Pick<PanelState, 'stage' | 'reach'> => ({
  stage: { settings: { ...withKey.settings, count: 4, atOnce: 4 } },
  async reach(panel) {
    const ui = panelControls(panel)
    await ui.submitPrompt(prompt)
    for (let i = 0; i < 4; i += 1) await ui.tiles.nth(i).locator('img').waitFor()
    await ui.tiles.nth(0).click()
    await ui.tiles.nth(3).click({ modifiers: ['ControlOrMeta'] })
    await ui.button('Insert 2').waitFor()
  },
})

export const STATES = {
  rockets: { ...four('A rocket among planets in space'), beside: [0, 3] },
  landscapes: { ...four('A landscape with mountains and a lake'), beside: [0, 3] },
  layers: {
    stage: withKey,
    beside: [],
    async reach(panel) {
      const ui = panelControls(panel)
      await ui.chooseSize('1365 × 1024')
      await ui.generatePicture(FOX)
      await ui.openPicture(FOX)
      await ui.button('Layers').first().click()
      await panel.getByRole('combobox', { name: 'Insert as' }).scrollIntoViewIfNeeded()
    },
  },
  colors: {
    stage: withBrand,
    beside: [0],
    async reach(panel) {
      const ui = panelControls(panel)
      const prompt = 'A boat on the sea at sunset, with a lighthouse'
      await ui.chooseSize('1365 × 1024')
      await ui.generatePicture(prompt)
      await ui.openPicture(prompt)
      await ui.choose('Colors', 'Match file colors')
      await panel
        .getByRole('button', { name: /becomes/ })
        .nth(1)
        .click()
      await panel.getByRole('combobox', { name: 'Search the file’s colors' }).press('ArrowDown')
    },
  },
  places: {
    stage: {
      ...withBrand,
      handlers: {
        ...withBrand.handlers,
        'selection.read': () => selectionOf({ count: 1, layer: HERO, target: IN_HERO, places: HERO_PLACES }),
      },
    },
    beside: [],
    async reach(panel) {
      const ui = panelControls(panel)
      await ui.generatePicture('A boat on the sea at sunset')
      await panel.getByRole('region', { name: 'Insert' }).getByRole('button').first().click()
      await panel.getByRole('menuitemcheckbox', { name: 'Next to it' }).waitFor()
    },
  },
  history: {
    stage: { settings: { ...withKey.settings, count: 3, atOnce: 4 } },
    beside: [],
    async reach(panel) {
      const ui = panelControls(panel)
      for (const [style, prompt] of [
        ['Any', 'A landscape with mountains and a lake'],
        ['Line art', 'A fox head badge'],
        ['Engraving', 'Mountains by a lake'],
        ['Any', 'A rocket among planets in space'],
      ] as const) {
        await ui.style(style).check()
        await ui.submitPrompt(prompt)
        await panel.getByRole('img', { name: prompt }).nth(2).waitFor()
      }
      await ui.tab('History').click()
      await ui.tiles.nth(11).locator('img').waitFor()
    },
  },
} satisfies Readonly<Record<string, PanelState>>
