import { describe, expect, it } from 'vitest'
import { readChoice } from '../../../bench/choice'

const read = (...args: string[]) => readChoice(args, ['polling', 'vector', 'colors'])

describe('the selected figures', () => {
  it('are all if none is named', () => {
    expect(read('--json')).toEqual({ names: ['polling', 'vector', 'colors'], json: true })
  })

  it('are the named ones, in the usual order', () => {
    expect(read('colors', 'polling')).toEqual({ names: ['polling', 'colors'], json: false })
  })

  it('are listed if a name is unknown', () => {
    expect(() => read('vectors')).toThrow('No figure is named vectors. Figures: polling, vector, colors.')
  })
})
