import { DEFAULT_MODELS } from 'segmind-stand-in'
import { expect, it } from 'vitest'
import { storedChoice, storedPrompt } from '../../../src/protocol/fields'
import { MODELS } from '../../../src/segmind/models'
import { servedModels } from '../../../tools/start/served-models'

it('the offered models have the styles, sizes, limits and prices that the stand-in lists', () => {
  const hint = 'src/segmind/models.ts differs from packages/segmind-stand-in/src/parameters.ts'
  expect(servedModels(MODELS), hint).toEqual(DEFAULT_MODELS)
})

it.each(MODELS)('anything that $label accepts can be stored', ({ id, promptLimit, styles, sizes }) => {
  // Stored texts are measured in UTF-16 units; a character can have two.
  expect(
    storedPrompt.safeParse('🦊'.repeat(promptLimit)).success,
    'storedPrompt in src/protocol/fields.ts',
  ).toBe(true)
  for (const choice of [id, ...[...styles, ...sizes].map(({ id }) => id)])
    expect(storedChoice.safeParse(choice).success, choice).toBe(true)
})
