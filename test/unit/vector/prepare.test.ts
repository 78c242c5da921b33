import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VectorError } from '../../../src/vector/errors'
import { prepare } from '../../../src/vector/prepare'
import { breaches } from '../../support/safe-subset'
import { readSample, sampleNames, skipNote, withoutSamples } from '../../support/samples'

const root = (content: string, attributes = 'viewBox="0 0 100 100" width="100" height="100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`
const square = '<path d="M0 0L10 0L10 10L0 10Z" fill="rgb(255,0,0)"/>'

function codeOf(text: string): string {
  try {
    prepare(text)
    return 'ok'
  } catch (error) {
    if (error instanceof VectorError) return error.code
    throw error
  }
}

describe('prepare', () => {
  it('writes Recraft’s grammar as the safe subset', () => {
    const { svg } = prepare(
      root(
        `<metadata><recraft-signature>x</recraft-signature></metadata>
         <defs><linearGradient gradientUnits="userSpaceOnUse" id="Gradient1" x1="0" x2="100" y1="0" y2="0">
         <stop class="stop0" offset="0" stop-color="rgb(85,65,44)" stop-opacity="1"></stop>
         <stop class="stop1" offset="1" stop-color="rgb(137,117,104)"/></linearGradient></defs>
         <path transform="translate(0,0)" fill="url(#Gradient1)" d="M 0 0 L 100 0 L 100 100 L 0 0 z"/>${square}`,
        'version="1.1" style="display: block;" preserveAspectRatio="none" viewBox="0 0 100 100" width="50" height="50"',
      ),
    )
    expect(breaches(svg)).toEqual([])
    expect(svg).toMatch(/width="50" height="50" viewBox="0 0 50 50"/)
    expect(svg).toContain('stop-color="#55412c"')
    expect(svg).toContain('d="M0 0H5V5H0Z" fill="#ff0000"')
    expect(svg).not.toMatch(/metadata|class|transform|rgb|style/)
  })

  it('gives two pictures different ids, and the same picture the same', () => {
    const gradient = (color: string) =>
      root(`<linearGradient id="Gradient1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="9"><stop offset="0"
      stop-color="${color}"/><stop offset="1"/></linearGradient><path fill="url(#Gradient1)" d="M0 0h9v9z"/>`)
    const id = (text: string) => /url\(#(.*?)\)/.exec(prepare(text).svg)?.[1]
    expect(id(gradient('red'))).toBe(id(gradient('red')))
    expect(id(gradient('red'))).not.toBe(id(gradient('blue')))
  })

  it.each([
    ['stretches with preserveAspectRatio none', 'preserveAspectRatio="none"', 'M0 0H20V5H0Z'],
    ['fits evenly into the middle by default', '', 'M75 0h5V5H75Z'],
    ['fits to the start where asked', 'preserveAspectRatio="xMinYMin"', 'M0 0H5V5H0Z'],
    ['covers where asked', 'preserveAspectRatio="xMinYMin slice"', 'M0 0H20V20H0Z'],
  ])('%s', (_name, aspect, path) => {
    const { svg } = prepare(root(square, `viewBox="0 0 100 100" ${aspect}`), {
      size: { width: 200, height: 50 },
    })
    expect(svg).toContain(`d="${path}"`)
  })

  it('bakes nested transforms in', () => {
    const { svg } = prepare(
      root(
        `<g transform="translate(10 20)"><g transform="scale(2)"><path transform="rotate(90)" d="M1 0L2 0L2 1Z"/></g></g>`,
      ),
    )
    expect(svg).toContain('d="M10 22v2H8Z"')
  })

  it('keeps opacity, the fill rule and inherited paint', () => {
    const { svg } = prepare(
      root(
        `<g fill="#abc" opacity=".5"><path style="fill-opacity: 0.5; fill-rule: evenodd" d="M0 0h9v9z"/></g>`,
      ),
    )
    expect(svg).toContain('fill="#aabbcc" fill-opacity="0.25" fill-rule="evenodd"')
  })

  it('keeps every point’s color when a gradient is scaled unevenly', () => {
    const number = fc.double({ min: -50, max: 150, noNaN: true })
    const side = fc.integer({ min: 20, max: 2000 })
    fc.assert(
      fc.property(
        number,
        number,
        number,
        number,
        side,
        side,
        number,
        number,
        (x1, y1, x2, y2, width, height, px, py) => {
          fc.pre(Math.hypot(x2 - x1, y2 - y1) > 5)
          const text = root(
            `<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0"/><stop
           offset="1"/></linearGradient><path d="M0 0H100V100H0Z" fill="url(#a)"/>`,
            'viewBox="0 0 100 100" preserveAspectRatio="none"',
          )
          const { svg } = prepare(text, { size: { width, height } })
          const [a = 0, b = 0, c = 0, d = 0] =
            /x1="(.*?)" y1="(.*?)" x2="(.*?)" y2="(.*?)"/.exec(svg)?.slice(1).map(Number) ?? []
          const along = (x: number, y: number, [u1, v1, u2, v2]: readonly [number, number, number, number]) =>
            ((x - u1) * (u2 - u1) + (y - v1) * (v2 - v1)) / ((u2 - u1) ** 2 + (v2 - v1) ** 2)
          const before = along(px, py, [x1, y1, x2, y2])
          const after = along((px * width) / 100, (py * height) / 100, [a, b, c, d])
          // The end points are rounded to a hundredth of a px.
          expect(after).toBeCloseTo(before, 1)
        },
      ),
    )
  })

  it('counts what it leaves out', () => {
    const { report } = prepare(
      root(`${square}<text>hi</text><image href="x"/><text/><path d="M0 0h9v9z" stroke="red"/>`),
    )
    expect(report).toMatchObject({ layersOut: 2, leftOut: { text: 2, image: 1 } })
  })

  it('leaves out what lies many canvases away', () => {
    expect(prepare(root(`${square}<path d="M0 0L1e9 1e9L0 5Z"/>`)).report.leftOut).toEqual({
      'out-of-reach': 1,
    })
  })

  it('forgives a model’s errorReports', () => {
    for (const text of [
      `\uFEFF<?xml version="1.0"?>\n<!-- hi -->${root(square)}`,
      `Here you are:\n\`\`\`svg\n${root(square)}\n\`\`\`\n`,
      root(`<title>Tom & Jerry</title>${square}`),
      `<svg viewBox="0 0 100 100">${square}</svg>`,
    ]) {
      expect(codeOf(text)).toBe('ok')
    }
  })

  it.each([
    ['', 'not-svg'],
    ['{"error":"no"}', 'not-svg'],
    ['<html><body>503</body></html>', 'not-svg'],
    [root(square).slice(0, -8), 'not-svg'],
    ['<svg viewBox="0 0 1 1"><path d="M0 0h1v1z" d="M0 0"/></svg>', 'not-svg'],
    [`<svg>${square}</svg>`, 'not-svg'],
    [root(square, 'width="1e9" height="1e9" viewBox="0 0 1 1"'), 'not-svg'],
    [root(''), 'nothing-drawn'],
    [root('<path d="M0 0"/><path fill="none" d="M0 0h9v9z"/>'), 'nothing-drawn'],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${root(square)}`, 'unsafe'],
    [root(`<script>alert(1)</script>`), 'nothing-drawn'],
    [root('<g>'.repeat(100) + square + '</g>'.repeat(100)), 'too-large'],
    [root('<g>'.repeat(200_000) + '</g>'.repeat(200_000)), 'too-large'],
    [root('<path d="M0 0h1v1z"/>'.repeat(20_001)), 'too-large'],
    [root(`<path d="M0 0${'l1 1'.repeat(1_000_001)}"/>`), 'too-large'],
    [' '.repeat(8 * 1024 * 1024 + 1), 'too-large'],
  ])('refuses what is no picture (%#)', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it('answers every truncation and every flipped byte with a safe picture or a clear error', () => {
    const text = root(`<g transform="scale(2)">${square}</g><path fill="url(#a)" d="M1 1A5 5 0 0 1 9 9Z"/>`)
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 2 }), (cut, at, noise) => {
        for (const broken of [text.slice(0, cut), text.slice(0, at) + noise + text.slice(at + 1)]) {
          if (codeOf(broken) === 'ok') expect(breaches(prepare(broken).svg)).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('changes nothing in a picture that it has already prepared', () => {
    const coordinate = fc.integer({ min: -5000, max: 15000 }).map((n) => n / 100)
    const path = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 6 })
    const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((rgb) => `rgb(${rgb.join(',')})`)
    fc.assert(
      fc.property(fc.array(fc.tuple(path, color), { minLength: 1, maxLength: 5 }), (shapes) => {
        const content = shapes.map(
          ([points, fill]) => `<path d="M${points.map((p) => p.join(' ')).join('L')}Z" fill="${fill}"/>`,
        )
        // Merged, a layer's name says how many shapes it was made of: the second time it is one.
        const options = { layers: 'as-drawn', unify: 0 } as const
        const once = prepare(root(content.join('')), options)
        expect(prepare(once.svg, options).svg).toBe(once.svg)
        expect(breaches(once.svg)).toEqual([])
      }),
    )
  })
})

describe.skipIf(withoutSamples)(`real pictures${skipNote}`, () => {
  it.each(sampleNames)('%s becomes the safe subset, whole', (name) => {
    const text = readSample(name)
    const { svg, report } = prepare(text, { size: { width: 1365, height: 1024 } })
    expect(breaches(svg)).toEqual([])
    expect(report.leftOut).toEqual({})
    expect(report.shapesIn).toBe(text.match(/<path/g)?.length)
  })
})
