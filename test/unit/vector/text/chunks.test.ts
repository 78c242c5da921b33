import { expect, it } from 'vitest'
import type { LiveText } from '../../../../src/vector/drawing'
import { prepare } from '../../../../src/vector/prepare'
import { chunksOf } from '../../../../src/vector/text/chunks'

/** Returns the lines of the only text of an SVG. */
function linesOf(content: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${content}</svg>`
  const texts = (prepare(svg).forCanvas?.finish ?? []).flatMap((step): LiveText[] =>
    'text' in step ? [step.text] : [],
  )
  expect(texts).toHaveLength(1)
  return texts.flatMap(chunksOf)
}

it('a line starts at each given position; its runs keep their styles and single spaces', () => {
  const lines = linesOf(`
    <g font-family="'Open Sans', sans-serif" transform="translate(5 5) scale(2)">
      <text x="10" y="20" font-size="12" fill="#ff0000">
        Two <tspan font-weight="bold" fill="#00ff00" fill-opacity=".5">bold
        words</tspan>, <tspan font-style="italic">here</tspan>
        <tspan x="10" dy="14" text-anchor="middle">Next line</tspan>
      </text>
    </g>`)
  const font = { families: ['Open Sans', 'sans-serif'], weight: 400, isItalic: false }
  const run = {
    font,
    dx: 0,
    dy: 0,
    size: 12,
    letterSpacing: 0,
    fill: { color: '#ff0000', opacity: 1 },
    stroke: null,
  }
  expect(lines).toEqual([
    {
      anchor: 'start',
      matrix: { a: 2, b: 0, c: 0, d: 2, e: 25, f: 45 },
      runs: [
        { ...run, characters: 'Two' },
        {
          ...run,
          characters: ' bold words',
          font: { ...font, weight: 700 },
          fill: { color: '#00ff00', opacity: 0.5 },
        },
        { ...run, characters: ',' },
        { ...run, characters: ' here', font: { ...font, isItalic: true } },
      ],
    },
    {
      anchor: 'middle',
      matrix: { a: 2, b: 0, c: 0, d: 2, e: 25, f: 73 },
      runs: [{ ...run, characters: 'Next line' }],
    },
  ])
})

it.each([
  ['<text xml:space="preserve">  a  b </text>', ['  a  b ']],
  ['<text style="white-space: pre">a\n b</text>', ['a  b']],
  ['<text>a<tspan>b</tspan> c</text>', ['ab c']],
  ['<text x="1 2 3">abc</text>', ['abc']],
  ['<text dx="3">a<tspan dy="0">b</tspan></text>', ['ab']],
  ['<text>a<tspan dy="-4" font-size="8">2</tspan></text>', ['a2']],
  ['<text x="1">a<tspan x="1" dy="4">2</tspan></text>', ['a', '2']],
])('%s results in %j', (content, expected) => {
  expect(linesOf(content).map(({ runs }) => runs.map(({ characters }) => characters).join(''))).toEqual(
    expected,
  )
})

it('raised or shifted text stays in its line', () => {
  const [line, ...more] = linesOf(
    '<text x="5" y="9">m<tspan dy="-4" dx="1">2</tspan><tspan y="9">!</tspan></text>',
  )
  expect(more).toEqual([])
  expect(line?.runs.map(({ characters, dx, dy }) => [characters, dx, dy])).toEqual([
    ['m', 0, 0],
    ['2', 1, -4],
    ['!', 0, 0],
  ])
})

it.each([
  ['letter-spacing="2"', { letterSpacing: 2 }],
  ['letter-spacing=".1em" font-size="20"', { letterSpacing: 2, size: 20 }],
  ['font-weight="600" font-style="oblique"', { font: { families: [], weight: 600, isItalic: true } }],
  [
    'fill="none" stroke="blue" stroke-width="3"',
    { fill: null, stroke: { color: '#0000ff', opacity: 1, width: 3 } },
  ],
])('a text with %s', (attributes, expected) => {
  expect(linesOf(`<text ${attributes}>a</text>`)).toMatchObject([{ runs: [expected] }])
})
