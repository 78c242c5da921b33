import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { features } from 'web-features'
import { BROWSERS, path } from '../../build/project'
import { strings } from '../../src/strings'
import { readBuilt } from '../support/built'

/** Newer than the minimum browsers, and why it may be used anyway. */
const ALLOWED = {
  'accent-color': 'the color of a check mark',
  'contain-intrinsic-size': 'goes with content-visibility; the tiles have sizes of their own',
  'content-visibility': 'saves time, looks the same',
  'font-family.ui-monospace': 'other fonts are named after it',
  'forced-color-adjust': 'Safari has no forced colors',
  'overflow-clip-margin': 'goes with content-visibility',
  'overscroll-behavior': 'new only for boxes that do not scroll',
  'scrollbar-color': 'the color of a scroll bar',
  'scrollbar-width': 'the width of a scroll bar',
}

/** Features by their keys in MDN's browser-compat-data, and the first version of each browser that supports them. */
const SINCE = new Map(
  Object.values(features)
    .flatMap((feature) => ('status' in feature ? Object.entries(feature.status.by_compat_key ?? {}) : []))
    .map(([key, { support }]) => [key, new Map(Object.entries(support))]),
)

/** Returns the first version of a browser that supports a feature; Infinity if none does. */
const firstVersion = (key: string, browser: string): number =>
  Number.parseFloat(SINCE.get(key)?.get(browser)?.replace('≤', '') ?? 'Infinity')

/** The minimum browsers, such as `firefox` and 113. */
const MINIMUM = BROWSERS.map((browser) => {
  const [, name = '', version] = /^([a-z]+)([\d.]+)$/.exec(browser) ?? []
  return { name, version: Number(version) }
})

const isNewer = (key: string): boolean =>
  SINCE.has(key) && MINIMUM.some(({ name, version }) => firstVersion(key, name) > version)

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

/** Returns what a minified style sheet uses that one of the minimum browsers lacks. Styles in `@supports` have a fallback. */
function newerStyles(css: string): string[] {
  const text = css.replace(/url\("[^"]*"\)/g, '').replace(/@supports[^{]*\{([^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const keys = [
    ...all(text, /@([\w-]+)/g).map((name) => `css.at-rules.${name}`),
    ...all(text, /:([\w-]+)(?=[^;{}]*\{)/g).map((name) => `css.selectors.${name}`),
    ...(text.includes('&') ? ['css.selectors.nesting'] : []),
  ]
  for (const [, property = '', value = ''] of text.matchAll(/(?<=[{;])([\w-]+):([^;}]*)/g)) {
    const count = (name: string) => all(text, RegExp(`[{;](${name}):`, 'g')).length
    // A prefixed declaration for each is its fallback.
    if (property in ALLOWED || count(`-webkit-${property}`) === count(property)) continue
    const words = all(value, /([\w-]+)/g).filter((word) => !(`${property}.${word}` in ALLOWED))
    keys.push(...['', ...words.map((word) => `.${word}`)].map((word) => `css.properties.${property}${word}`))
    for (const name of all(value, /([\w-]+)\(/g))
      keys.push(
        ...[...SINCE.keys()].filter((key) => key.startsWith('css.types.') && key.endsWith(`.${name}`)),
      )
  }
  return [...new Set(keys.filter(isNewer))]
}

describe('Chrome and Edge 111, Firefox 113 and Safari 16.4', () => {
  it('support every style of the panel, or have fallbacks', () => {
    const css = all(readBuilt('ui.html').toString(), /<style[^>]*>(.*?)<\/style>/gs).join('\n')
    expect(css).toContain('.button')
    expect(newerStyles(css)).toEqual([])
    // An easing function, and pseudo-elements of controls that only one engine has.
    expect(css.match(/linear\(\s*0|::-(webkit|moz)-(meter|progress)/)?.[0]).toBeUndefined()
  })

  it.each([
    ['.a{& .b:has(.c){color:red}}', ['css.selectors.has', 'css.selectors.nesting']],
    [
      '.a{anchor-name:--b;color:light-dark(red,blue)}',
      ['css.properties.anchor-name', 'css.types.color.light-dark'],
    ],
    // Without the prefix in each, icons are solid squares in Chrome before 120.
    ['.a{mask:none}.b{-webkit-mask:none;color:red}.c{mask:none}', ['css.properties.mask']],
    ['@starting-style{.a{color:red}}', ['css.at-rules.starting-style']],
    ['@supports selector(:has(a)){.a:has(.b){color:red}.c{top:0}}.d{top:0}', []],
  ])('lack what is in %s, unless there is a feature check', (css, keys) => {
    expect(newerStyles(css)).toEqual(expect.arrayContaining(keys))
    if (keys.length === 0) expect(newerStyles(css)).toEqual([])
  })

  it('are what the check at the start accepts, and what users are told', () => {
    const checked = ['css.types.color.color-mix', 'javascript.regular_expressions.lookbehind_assertion']
    for (const { name, version } of MINIMUM)
      expect(Math.max(...checked.map((key) => firstVersion(key, name))), name).toBe(version)
    const told = /Chrome (and|or) Edge 111, Firefox 113(,| and) Safari 16.4/
    expect(strings.outdated).toMatch(told)
    expect(readFileSync(path('README.md'), 'utf8')).toMatch(told)
  })
})
