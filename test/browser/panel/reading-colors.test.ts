import { DEMO_KEY } from 'segmind-stand-in'
import { expect, it } from 'vitest'
import { FILE, search, swatches } from '../../support/brand-colors'
import { panelSuite } from '../../support/panel-suite'
import { selectionOf } from '../../support/picture'

const suite = panelSuite()

it('the colors of the file are read while they are shown, initially and when they have changed, but not for each selection', async () => {
  let reads = 0
  const { panel, ui, mainThread, posted } = await suite.open({
    settings: { apiKey: DEMO_KEY },
    handlers: {
      'colors.read': () => {
        reads += 1
        return FILE
      },
    },
  })
  const select = (name: string) => {
    const layer = {
      id: name,
      name,
      width: 9,
      height: 9,
      isContainer: false,
      isReplaceable: true,
      recipe: null,
    }
    const target = { kind: 'beside' as const, name }
    mainThread.emit('selection.changed', selectionOf({ count: 1, layer, target }))
    return panel.getByRole('region', { name: 'Insert' }).getByText(`beside ${name}`).waitFor()
  }
  const isTold = (isShown: boolean) =>
    expect
      .poll(() => posted.filter((message) => message.includes('colors.watch')).at(-1))
      .toContain(`"isShown":${isShown}`)
  await ui.generatePicture('a red boat')
  await ui.openPicture('a red boat')
  await swatches(panel).first().click()
  await search(panel).waitFor()
  await isTold(true)
  const atFirst = reads
  for (const name of ['Hero one', 'Hero two', 'Hero three']) await select(name)
  expect(reads).toBe(atFirst)
  mainThread.emit('colors.changed', {})
  await expect.poll(() => reads).toBe(atFirst + 1)
  await search(panel).press('Escape')
  await isTold(false)
  mainThread.emit('colors.changed', {})
  await select('Hero four')
  expect(reads).toBe(atFirst + 1)
})
