import { describe, expect, it } from 'vitest'
import { each, leftOutOf, pathsOf } from './picture'

const path = (fill: string, more = '') => `<path d="M0 0H9V9" fill="${fill}" ${more}/>`

describe('colors', () => {
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
  ])('%s', (fill, color, opacity) => {
    expect(each('fill', path(fill))).toEqual([color])
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
    ['hwb(174 16% 38%)', '#299e92', undefined],
    ['hwb(12 20% 10% / 50%)', '#e65733', '0.5'],
    ['lab(50% 40 59.5)', '#bf5700', undefined],
    ['lch(52.2% 72.2 50)', '#cd561a', undefined],
    ['oklab(59% 0.1 0.1)', '#c05d2b', undefined],
    ['oklch(60% 0.15 50)', '#c46016', undefined],
    ['color(display-p3 0.5 0.4 0.3)', '#846549', undefined],
    ['color(rec2020 0.5 0.4 0.3)', '#9a7057', undefined],
    ['color(srgb 1 0 0 / 50%)', '#ff0000', '0.5'],
    ['color-mix(in srgb, red 25%, blue)', '#4000bf', undefined],
    ['color-mix(in srgb, currentColor, white)', '#808080', undefined],
    ['rgb(from red b g r)', '#0000ff', undefined],
    ['light-dark(red, blue)', '#ff0000', undefined],
    ['CanvasText', '#000000', undefined],
    ['Highlight', '#0041c6', '0.8'],
    ['url(http://example.com/#p) red', '#ff0000', undefined],
  ])('%s', (fill, color, opacity) => {
    expect(each('fill', path(fill))).toEqual([color])
    expect(each('fill-opacity', path(fill))).toEqual([opacity])
  })

  it.each(['abc', '#12', '', 'light-dark(red)', 'blue !important', '12px'])(
    'passes over "%s" as a browser does: what is around it holds',
    (fill) => {
      expect(each('fill', `<g fill="red">${path(fill)}</g>`)).toEqual(['#ff0000'])
    },
  )

  it.each(['device-cmyk(0 1 1 0)', 'rgb(1,2)', 'made-up(1 2 3)', `rgb(${'1'.repeat(3000)},1,1)`])(
    'draws a shape without %s in what is around it, and counts it',
    (fill) => {
      expect(each('fill', `<g fill="red">${path(fill)}</g>`)).toEqual(['#ff0000'])
      expect(leftOutOf(path(fill))).toEqual({ paint: 1 })
    },
  )

  it('counts a reference to nothing, which paints nothing', () => {
    expect(pathsOf(path('url(#none)') + path('red'))).toHaveLength(1)
    expect(leftOutOf(path('url(#none)'))).toEqual({ paint: 1 })
  })

  it.each(['context-fill', 'context-stroke'])('%s paints nothing where there is no context', (fill) => {
    expect(pathsOf(path(fill) + path('red'))).toHaveLength(1)
    expect(leftOutOf(path(fill))).toEqual({})
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
