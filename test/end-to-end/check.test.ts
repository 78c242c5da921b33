import { expect, it } from 'vitest'
import { editorSuite } from '../support/editor-suite'

const suite = editorSuite()

it('the check of an installation finds everything as expected, and does not change the document', async () => {
  const { page, ui } = suite
  const hands = ui()
  const layers = () => page.evaluate(() => window.figmaHost?.snapshot().layers.length)
  await hands.key.fill('SG_0123456789abcdef')
  await hands.saveKey.click()
  await hands.generate.waitFor()
  const before = await layers()
  await hands.tab('Settings').click()
  await hands.button('Check this installation').click()
  await hands.button('Start check').click()
  await suite.panel().getByText('Everything is as expected.').first().waitFor()
  expect(await layers()).toBe(before)
})
