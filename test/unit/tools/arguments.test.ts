import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../tools/prepare-svg/arguments'

const read = (line: string) => readArguments(line.split(' '))

describe('the arguments of prepare-svg', () => {
  it('default to the defaults of `prepare`', () => {
    expect(read('--out there a.svg b.svg')).toEqual({
      files: ['a.svg', 'b.svg'],
      recursive: false,
      out: 'there',
      options: { layers: 'merged', background: 'keep', holes: 'keep', unify: 0.02 },
    })
  })

  it('are accepted in any order', () => {
    expect(
      read(
        'a.svg --layers grouped --background frame --holes cut --unify 0 --size 1820x1024 b.svg --recursive --out there',
      ),
    ).toEqual({
      files: ['a.svg', 'b.svg'],
      recursive: true,
      out: 'there',
      options: {
        layers: 'grouped',
        background: 'frame',
        holes: 'cut',
        unify: 0,
        size: { width: 1820, height: 1024 },
      },
    })
  })

  it('may include --help, with any other arguments', () => {
    expect(read('--help')).toBeNull()
    expect(read('a.svg --layers none --help')).toBeNull()
  })

  it.each([
    ['a.svg', /--out DIR is missing/],
    ['--out there', /No file was named/],
    ['--out a --layers flat a.svg', /--layers takes one of as-drawn, grouped, merged, objects, not "flat"/],
    ['--out there --background no a.svg', /--background takes one of keep, remove, frame, not "no"/],
    ['--out there --unify=-0.1 a.svg', /--unify takes a number from 0 to 1, not "-0.1"/],
    ['--out there --unify 1.1 a.svg', /--unify/],
    ['--out there --unify= a.svg', /--unify/],
    ['--out there --unify x a.svg', /--unify/],
    ['--out there --size 100 a.svg', /--size takes WxH, each from 1 to 100000 px, not "100"/],
    ['--out there --size 0x100 a.svg', /--size/],
    ['--out there --size 100001x100 a.svg', /--size/],
    ['--out there --size 100x100x100 a.svg', /--size/],
    ['--out there --loud a.svg', /--loud/],
  ])('%s is refused', (line, words) => {
    expect(() => read(line)).toThrow(words)
  })
})
