import { describe, expect, it } from 'vitest'
import { generatedPicture } from '../../../bench/vector/generated-picture'
import { prepare } from '../../../src/vector/prepare'

describe('a generated picture', () => {
  it('is the same only for the same seed', () => {
    expect(generatedPicture(40, 7)).toBe(generatedPicture(40, 7))
    expect(generatedPicture(40, 7)).not.toBe(generatedPicture(40, 8))
  })

  it.each([1, 100, 1000])('has %i shapes, all of them kept', (count) => {
    const { report } = prepare(generatedPicture(count))
    expect(report.shapesIn).toBe(count)
    expect(report.leftOut).toEqual({})
  })

  it('looks like Recraft’s files', () => {
    const text = generatedPicture(1000)
    expect(text).toMatch(/viewBox="0 0 2048 \d+" width="1024" height="\d+" preserveAspectRatio="none">/)
    const paths = text.match(/<path.*>/g) ?? []
    for (const path of paths) {
      expect(path).toMatch(
        /^<path transform="translate\(0,0\)" fill="(rgb\(\d+,\d+,\d+\)|url\(#Gradient\d+\))" d="M( -?\d+(\.\d{1,4})?| [LC])+ z"\/>$/,
      )
    }
    const bytes = text.length / paths.length
    expect(bytes).toBeGreaterThan(500)
    expect(bytes).toBeLessThan(700)
  })

  it('has a background, and similar colors that are unified', () => {
    const text = generatedPicture(300)
    expect(prepare(text, { background: 'remove' }).report.layersOut).toBeLessThan(300)
    expect(prepare(text, { background: 'frame' }).frameFill).toBe(true)
    const colors = (unify: number) => prepare(text, { unify }).report.palette.length
    expect(colors(0.02)).toBeLessThan(colors(0))
  })
})
