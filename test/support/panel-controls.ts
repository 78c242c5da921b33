import { DEMO_KEY } from 'segmind-stand-in'
import { type FaultCode, RequestFailure } from '../../src/protocol/fault'
import type { Panel } from './panel'

/** A panel whose key was saved in an earlier session. */
export const withKey = { settings: { apiKey: DEMO_KEY } }

/** Returns a handler of the sandbox that fails with this code. */
export const failing = (code: FaultCode) => (): never => {
  throw new RequestFailure(code, code)
}

/** For `evaluate`. */
export const isFocused = (element: Element): boolean => element === document.activeElement

/** Returns the prompts of the tiles in order, with their stars. */
export const promptsOf = (panel: Panel): Promise<string[]> =>
  panel.getByRole('gridcell').evaluateAll((all) =>
    all.map((one) => {
      const prompt = one.closest('.batch')?.getAttribute('aria-label') ?? ''
      return one.querySelector('.tile-star') ? `${prompt}, starred` : prompt
    }),
  )

/** The elements of the panel that users find, only by role and name, which are a contract. */
export const panelControls = (panel: Panel) => ({
  prompt: panel.getByRole('textbox', { name: 'Prompt' }),
  key: panel.getByRole('textbox', { name: 'API key' }),
  saveKey: panel.getByRole('button', { name: 'Save key' }),
  removeKey: panel.getByRole('button', { name: 'Remove key' }),
  generate: panel.getByRole('button', { name: /^Generate/ }),
  insert: panel.getByRole('button', { name: 'Insert', exact: true }),
  cancel: panel.getByRole('button', { name: 'Cancel' }),
  status: panel.getByRole('status'),
  tab: (name: string) => panel.getByRole('tab', { name }),
  style: (name: string) =>
    panel.getByRole('radiogroup', { name: 'Style' }).getByRole('radio', { name, exact: true }),
  /** The size picker, whose text is the chosen size. */
  size: panel.getByRole('combobox', { name: 'Size' }),
  /** `size`: `1365 × 1024`. */
  async chooseSize(size: string): Promise<void> {
    await panel.getByRole('combobox', { name: 'Size' }).click()
    await panel
      .getByRole('option', { name: new RegExp(`^${size}`) })
      .last()
      .click()
  },
  /** The option for the number of images per click. */
  count: (number: number) =>
    panel.getByRole('radiogroup', { name: 'Number of images' }).getByRole('radio', { name: String(number) }),
  /** The images, and jobs without images, in order. */
  tiles: panel.getByRole('gridcell'),
  /** Removes a failed job with its button or its menu. */
  async removeFailed(): Promise<void> {
    const tile = panel.getByRole('gridcell').first()
    const button = tile.getByRole('button', { name: /^(Remove|Hide)$/ })
    if ((await button.count()) > 0) return button.click()
    await tile.getByRole('button', { name: 'More' }).click()
    await panel.getByRole('menuitem', { name: /^(Remove|Hide)$/ }).click()
  },
  /** Chooses an option from the list with this name. */
  async choose(list: string, option: string): Promise<void> {
    await panel.getByRole('combobox', { name: list, exact: true }).click()
    await panel.getByRole('option', { name: option, exact: true }).click()
  },
  /** Opens a menu by the name of its button, and chooses an item. */
  async menu(button: string, item: string | RegExp): Promise<void> {
    await panel.getByRole('button', { name: button, exact: true }).first().click()
    await panel.getByRole('menuitem', { name: item }).click()
  },
  button: (name: string) => panel.getByRole('button', { name }),
  /** Enters the prompt, and presses Generate. */
  async submitPrompt(prompt: string): Promise<void> {
    await panel.getByRole('textbox', { name: 'Prompt' }).fill(prompt)
    await panel.getByRole('button', { name: /^Generate/ }).click()
  },
  /** Does the same, and waits for the picture. */
  async generatePicture(prompt: string): Promise<void> {
    await this.submitPrompt(prompt)
    await panel.getByRole('img', { name: prompt }).waitFor()
  },
  /** Opens an image. */
  async openPicture(prompt: string): Promise<void> {
    await panel.getByRole('gridcell', { name: prompt }).first().dblclick()
    await panel.getByRole('group', { name: /^Image: / }).waitFor()
  },
  /** Opens an image and its details. */
  async openDetails(prompt: string): Promise<void> {
    await this.openPicture(prompt)
    await this.menu('More', 'Details')
  },
  /** Returns the facts in the open sections of an image, by name. */
  async readDetails(): Promise<Record<string, string>> {
    const names = await panel.getByRole('term').allInnerTexts()
    const values = await panel.getByRole('definition').allInnerTexts()
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']))
  },
  waitForStatus: (text: string | RegExp) =>
    panel.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' }),
})
