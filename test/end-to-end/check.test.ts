import { expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'

const suite = editorSuite()

it('the check of an installation finds everything as expected, and does not change the document', async () => {
  const { page, ui } = suite
  const controls = ui()
  const layers = () => page.evaluate(() => window.figmaHost?.snapshot().layers.length)
  await controls.key.fill('SG_0123456789abcdef')
  await controls.saveKey.click()
  await controls.generate.waitFor()
  const before = await layers()
  await controls.tab('Settings').click()
  await controls.button('Check this installation').click()
  await controls.button('Start check').click()
  await suite.panel().getByText('Everything is as expected.').first().waitFor()
  expect(await layers()).toBe(before)
})
