import { describe, expect, it } from 'vitest'
import { readChoice } from '../../../bench/choice'

const read = (...args: string[]) => readChoice(args, ['polling', 'vector', 'colors'])

describe('the figures that the bench is asked for', () => {
  it('are all of them where none is named', () => {
    expect(read('--json')).toEqual({ names: ['polling', 'vector', 'colors'], json: true })
  })

  it('are those named, in the usual order', () => {
    expect(read('colors', 'polling')).toEqual({ names: ['polling', 'colors'], json: false })
  })

  it('are listed where a name is unknown', () => {
    expect(() => read('vectors')).toThrow('No figure is named vectors. Figures: polling, vector, colors.')
  })
})
