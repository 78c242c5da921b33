import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { refusedTexts } from '../../host/sandbox/refused-texts'

const read = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url))

describe('what is built', () => {
  it('code.js holds none of the texts that Figma refuses', () => {
    expect(refusedTexts(read('code.js').toString())).toEqual([])
    expect(refusedTexts('const a = "import(x)"')).toHaveLength(1)
  })

  it('code.js is written in the language of 2017', () => {
    // The panel's worker travels in it as one string, and so does what opens the panel: they are for the panel's engine.
    const code = read('code.js')
      .toString()
      .replace(/"(var vector=|<div id=\\"panel\\")(\\.|[^"\\])*"/g, '')
    // Later syntax that a build target misses is a syntax error in an older engine: the commonest forms.
    expect(code.match(/\?\.[a-z[(]|\?\?=?|\bstatic \{|\bcatch \{|\*\*=/i)?.[0]).toBeUndefined()
  })

  it('ui.html is one small file that needs no other', () => {
    const html = read('ui.html')
    expect(html.length).toBeLessThan(1_000_000)
    expect(html.toString()).not.toMatch(/<(script|img)[^>]+src=|<link|@import|url\(["']?https?:|\beval\(/)
  })
})
