import type { Handlers } from '../../../src/protocol/channel'
import { FACTS, type Fact, type FactGroup, type Finding } from '../../../src/protocol/check'
import type { codeContract } from '../../../src/protocol/contract'
import type { Panel } from '../../support/panel'
import { failing, panelControls } from '../../support/panel-controls'
import { PROMPT } from './state'

export const unavailable = failing('storage-unavailable')
export const full = failing('storage-full')

export const forever = new Promise(() => undefined)

export async function generate(panel: Panel, style = 'Any', size = '1365 × 1024'): Promise<void> {
  const ui = panelControls(panel)
  await ui.prompt.fill(PROMPT)
  await ui.style(style).check()
  await ui.chooseSize(size)
  await ui.generate.click()
}

export async function ready(panel: Panel, style?: string, size?: string): Promise<void> {
  await generate(panel, style, size)
  await panel.getByRole('img', { name: PROMPT }).waitFor()
}

/** Makes the History view throw when it shows a picture. `isBroken: false` repairs it. */
export async function breakHistory(panel: Panel, isBroken = true): Promise<void> {
  await panel.locator('html').evaluate((_, broken) => {
    const own = Date.prototype as unknown as { toDateString: unknown; kept?: unknown }
    own.kept ??= own.toDateString
    own.toDateString = broken
      ? () => {
          throw new Error('No day here, said “a secret prompt”')
        }
      : own.kept
  }, isBroken)
}

/** Opens History, and waits for its pictures. */
export async function openHistory(panel: Panel): Promise<void> {
  await panelControls(panel).tab('History').click()
  for (const tile of await panelControls(panel).tiles.all()) {
    await tile.scrollIntoViewIfNeeded()
    await tile.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  }
  await panelControls(panel).tiles.first().scrollIntoViewIfNeeded()
}

type RunCheck = Handlers<typeof codeContract>['check.run']

/** The editor finds everything as expected in these groups, and never answers for the others. */
export const checkedOnly =
  (...groups: FactGroup[]): RunCheck =>
  ({ group }) =>
    groups.includes(group) ? found(group) : (forever as never)

const OTHERWISE: Partial<Record<Fact, string>> = {
  'storage-limit': '3200000',
  names: 'Vector',
  'group-opacity': '1',
  'undo-button': 'missing',
}

/** The editor differs in several ways. */
export const foundOtherwise: RunCheck = ({ group }) => ({
  findings: found(group).findings.map((finding) => {
    const value = OTHERWISE[finding.id]
    return value === undefined ? finding : { ...finding, verdict: 'differs', found: value }
  }),
})

const found = (group: FactGroup): { readonly findings: Finding[] } => ({
  findings: FACTS[group].map((id) => ({
    id,
    verdict: 'good',
    found: id === 'speed' ? '14 2000 61' : id === 'storage-limit' ? '5000000' : '',
  })),
})

/** Opens the check, and starts it. */
export async function startCheck(panel: Panel): Promise<void> {
  const ui = panelControls(panel)
  await ui.tab('Settings').click()
  await ui.button('Check this installation').click()
  await ui.button('Start check').click()
}
