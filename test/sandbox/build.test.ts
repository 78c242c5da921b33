import { refusedTexts } from 'figma-host/sandbox'
import { describe, expect, it } from 'vitest'
import { readBuilt } from '../support/built'

describe('the built file', () => {
  it('code.js contains no text that Figma refuses', () => {
    expect(refusedTexts(readBuilt('code.js').toString())).toEqual([])
    expect(refusedTexts('const a = "import(x)"')).toHaveLength(1)
  })

  it('code.js uses only the syntax of ES2017', () => {
    // The panel's worker and the opening shell are strings in it; they run in the panel's engine.
    const code = readBuilt('code.js')
      .toString()
      .replace(/"(var vector=|<div id=\\"panel\\")(\\.|[^"\\])*"/g, '')
    // The most common forms of newer syntax, which older engines would not parse.
    expect(code.match(/\?\.[a-z[(]|\?\?=?|\bstatic \{|\bcatch \{|\*\*=/i)?.[0]).toBeUndefined()
  })

  it('ui.html starts with a check for outdated browsers that any browser can parse', () => {
    const [, first = ''] =
      readBuilt('ui.html')
        .toString()
        .match(/<body>\s*<script>([\s\S]*?)<\/script>/) ?? []
    expect(first).toContain('Firefox 113')
    // A modern regular expression as a literal would prevent it from being parsed.
    expect(first).not.toMatch(/^\s*\/\(/m)
    const code = first.replace(/"(\\.|[^"\\])*"|\/\/.*/g, '')
    expect(code.match(/=>|`|\?\.|\?\?|\.{3}|\b(let|const|class|async|of)\b|catch\s*\{/)?.[0]).toBeUndefined()
  })

  it('the panel, its worker, and the opening shell call nothing that Chrome 111, Firefox 113, or Safari 16.4 lacks', () => {
    // The build converts newer syntax, but not calls.
    const NEWER =
      /\b(Promise\.(withResolvers|try)|Array\.fromAsync|(Object|Map)\.groupBy|URL\.(canParse|parse)|AbortSignal\.any|Iterator\.from|Response\.json|RegExp\.escape|requestIdleCallback|startViewTransition|crypto\.randomUUID)\b|(?<!figma)\.(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|checkVisibility|(show|hide|toggle)Popover|union|intersection|isSubsetOf|symmetricDifference|setHTML|moveBefore)\(|[{,]"?popover"?:|\/v[gimsy]*\.test/
    // Preact asks first whether the browser has it.
    const GUARDED = /\b(\w+)\.moveBefore&&[^?;]{0,40}\?\1\.moveBefore\(/g
    for (const name of ['ui.html', 'code.js'] as const)
      expect(readBuilt(name).toString().replace(GUARDED, '').match(NEWER)?.[0]).toBeUndefined()
    for (const call of ['a.toSorted()', 'a.moveBefore(b)'])
      expect(call.replace(GUARDED, '').match(NEWER)).not.toBeNull()
  })

  it('ui.html is a single small file without dependencies', () => {
    const html = readBuilt('ui.html')
    expect(html.length).toBeLessThan(1_000_000)
    expect(html.toString()).not.toMatch(/<(script|img)[^>]+src=|<link|@import|url\(["']?https?:|\beval\(/)
  })
})
