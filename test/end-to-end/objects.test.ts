import { DEMO_KEY } from 'segmind-stand-in'
import { describe, expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'

describe('some of the objects of an image', () => {
  const suite = editorSuite()

  it('are inserted alone, each at its place in the image', async () => {
    const { panel, page } = suite
    const ui = suite.ui()
    await ui.key.fill(DEMO_KEY)
    await ui.saveKey.click()
    await ui.generatePicture('a boat on the sea at sunset')
    await ui.openPicture('a boat')
    await panel().getByRole('button', { name: 'Layers', exact: true }).click()
    await ui.choose('Layers', 'Objects')
    await panel().getByRole('button', { name: 'Objects', exact: true }).click()
    const boxes = panel().getByRole('list', { name: 'Objects to insert' }).getByRole('checkbox')
    const layers = () => page.evaluate(() => window.figmaHost?.snapshot().layers ?? [])
    const places = async (at: number) =>
      new Map((await layers())[at]?.children.map(({ name, x, y }) => [name, `${x} ${y}`]))

    await ui.insert.click()
    await expect.poll(() => layers().then(({ length }) => length)).toBe(1)
    const whole = await places(0)
    expect(whole.size).toBeGreaterThan(3)

    const names = await boxes.evaluateAll((all) => all.map((one) => one.closest('label')?.textContent ?? ''))
    await panel()
      .getByRole('button', { name: `Only ${names[0]}`, exact: true })
      .click()
    await boxes.nth(1).check()
    // The last insert is selected, so Replace takes the place of the longer text.
    await panel()
      .getByRole('region', { name: 'Insert' })
      .getByText(/^2 of \d+ objects$/)
      .first()
      .waitFor()
    await ui.insert.click()
    await expect.poll(() => layers().then(({ length }) => length)).toBe(2)
    const some = await places(1)
    expect([...some.keys()].reverse()).toEqual(names.slice(0, 2))
    for (const [name, place] of some) expect(place).toBe(whole.get(name))
  })
})
