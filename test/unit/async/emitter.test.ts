import { expect, it } from 'vitest'
import { createEmitter } from '../../../src/async/emitter'

it('an emitter calls all listeners in order, until they are removed', () => {
  const { emit, listen } = createEmitter<number>()
  const log: string[] = []
  const stop = listen((value) => log.push(`a ${value}`))
  listen((value) => log.push(`b ${value}`))
  emit(1)
  stop()
  emit(2)
  expect(log).toEqual(['a 1', 'b 1', 'b 2'])
})
