import { DEFAULT_MODELS } from 'segmind-stand-in'
import { expect, it } from 'vitest'
import { MODELS } from '../../../src/segmind/models'
import { servedModels } from '../../../tools/start/served-models'

it('the offered models have the styles, sizes, limits and prices that the stand-in lists', () => {
  const hint = 'src/segmind/models.ts differs from packages/segmind-stand-in/src/parameters.ts'
  expect(servedModels(MODELS), hint).toEqual(DEFAULT_MODELS)
})
