import { describe, expect, it } from 'vitest'
import { each, leftOutOf, pathsOf } from './picture'

const path = (fill: string, more = '') => `<path d="M0 0H9V9" fill="${fill}" ${more}/>`

describe('colours', () => {
  it.each([
    ['#abc', '#aabbcc', undefined],
    ['#ABCDEF', '#abcdef', undefined],
    ['#abc8', '#aabbcc', '0.5333'],
    ['#abcdef80', '#abcdef', '0.502'],
    ['rgb(1,2,3)', '#010203', undefined],
    ['rgb( 1 , 2 , 300 )', '#0102ff', undefined],
    ['rgb(10%,20%,100%)', '#1a33ff', undefined],
    ['rgba(1,2,3,.5)', '#010203', '0.5'],
    ['rgb(1 2 3)', '#010203', undefined],
    ['rgb(1 2 3 / 25%)', '#010203', '0.25'],
    ['RGB(1 2 3/.25)', '#010203', '0.25'],
    ['hsl(120,100%,50%)', '#00ff00', undefined],
    ['hsl(120deg 100% 25%)', '#008000', undefined],
    ['hsla(0.5turn, 100%, 50%, .5)', '#00ffff', '0.5'],
    ['RebeccaPurple', '#663399', undefined],
    [' red ', '#ff0000', undefined],
    ['currentColor', '#000000', undefined],
    ['url(#none) red', '#ff0000', undefined],
  ])('%s', (fill, colour, opacity) => {
    expect(each('fill', path(fill))).toEqual([colour])
    expect(each('fill-opacity', path(fill))).toEqual([opacity])
    expect(leftOutOf(path(fill))).toEqual({})
  })

  it.each(['none', 'transparent', '#0000', 'rgba(1,2,3,0)', 'url(#none) none'])(
    '%s paints nothing',
    (fill) => {
      expect(pathsOf(path(fill) + path('red'))).toHaveLength(1)
      expect(leftOutOf(path(fill))).toEqual({})
    },
  )

  it.each([
    'abc',
    '#12',
    'rgb(1,2)',
    'oklch(50% .1 20)',
    'var(--x)',
    'context-fill',
    '',
    'url(#none)',
    `rgb(${'1'.repeat(99)},1,1)`,
  ])('%s is counted, and paints nothing', (fill) => {
    expect(pathsOf(path(fill) + path('red'))).toHaveLength(1)
    expect(leftOutOf(path(fill))).toEqual({ paint: 1 })
  })

  it('counts patterns and addresses by their kinds', () => {
    expect(leftOutOf(`<pattern id="p"/>${path('url(#p)')}`)).toEqual({ pattern: 1 })
    expect(leftOutOf(path('url(http://example.com/#p)'))).toEqual({ 'external-reference': 1 })
  })

  it('lets currentColor follow the nearest color', () => {
    const content = `<g color="red" fill="currentColor"><path d="M0 0H9V9"/><path color="blue" d="M0 0H9V9"/>
      <path color="currentColor" d="M0 0H9V9"/></g>`
    expect(each('fill', content)).toEqual(['#ff0000', '#0000ff', '#ff0000'])
  })
})
