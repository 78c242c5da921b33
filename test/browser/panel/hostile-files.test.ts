import { describe, expect, it } from 'vitest'
import { recordRequests } from '../../support/outgoing-requests'
import { withKey } from '../../support/panel-controls'
import { panelSuite } from '../../support/panel-suite'
import { svgFile, svgOf, transferFiles } from '../../support/transfer-files'

const suite = panelSuite()

/** Content that an attacker may put into a file. None of it may run, send requests, or stop the panel. */
const BEACON = 'https://evil.example/x'
const HOSTILE: readonly (readonly [what: string, text: string, expected: 'image' | RegExp])[] = [
  ['a script', svgOf(9, 9, `<script>self.hit=1;fetch('${BEACON}')</script><path d="M0 0h9v9z"/>`), 'image'],
  [
    'event handlers',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('${BEACON}')"><path d="M0 0h9v9z" onclick="fetch('${BEACON}')"/></svg>`,
    'image',
  ],
  [
    'references to other places',
    svgOf(
      9,
      9,
      `<style>@import url(${BEACON});path{fill:url(${BEACON}#a)}</style><image href="${BEACON}" width="9" height="9"/><use href="${BEACON}#b"/><path d="M0 0h9v9z"/><path d="M1 1h3v3z" fill="#f00"/>`,
    ),
    'image',
  ],
  [
    'a page in it',
    svgOf(
      9,
      9,
      `<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${BEACON}"/><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="fetch('${BEACON}')"/></foreignObject><path d="M0 0h9v9z"/>`,
    ),
    'image',
  ],
  [
    'a link that runs',
    svgOf(9, 9, `<a href="javascript:fetch('${BEACON}')"><path d="M0 0h9v9z"/></a>`),
    'image',
  ],
  [
    'entities that multiply',
    `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${svgOf(9, 9, '<text>&c;</text>')}`,
    /external or nested entities/,
  ],
  [
    'an entity from elsewhere',
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "${BEACON}">]>${svgOf(9, 9, '&a;<path d="M0 0h9v9z"/>')}`,
    /external or nested entities/,
  ],
  [
    'deep nesting',
    svgOf(9, 9, `${'<g>'.repeat(5000)}<path d="M0 0h9v9z"/>${'</g>'.repeat(5000)}`),
    /more than Figma can take/,
  ],
  ['huge numbers', svgOf(9, 9, '<path d="M0 0h1e308v1e308z"/><path d="M0 0h9v9z" fill="#f00"/>'), 'image'],
  ['a huge size', svgOf(1e12, 1e12), /not an SVG/],
  ['too many shapes', svgOf(9, 9, '<path d="M0 0h9v9z"/>'.repeat(50_001)), /more than Figma can take/],
  [
    'a chain of uses',
    svgOf(
      9,
      9,
      `<defs><g id="u0"><path d="M0 0h9v9z"/></g>${Array.from({ length: 15 }, (_, i) => `<g id="u${i + 1}">${`<use href="#u${i}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#u15"/>`,
    ),
    /more than Figma can take/,
  ],
  [
    'markup that ends the page',
    `</script></style>${svgOf()}<img src=x onerror="fetch('${BEACON}')">`,
    'image',
  ],
]

describe('a malicious file', () => {
  it('becomes an image or an error message, runs nothing, and sends no requests', async () => {
    const { panel, ui, page } = await suite.open(withKey)
    await ui.generate.waitFor()
    const contacted = recordRequests(page)
    await transferFiles(panel, 'drop', [
      ...HOSTILE.map(([what, text]) => svgFile(`${what}.svg`, text)),
      svgFile('<img src=x onerror="hit=1">.svg'),
    ])
    const images = HOSTILE.filter(([, , expected]) => expected === 'image').length + 1
    await ui.waitForStatus(`${images} images are ready.`)
    expect(await ui.tiles.count()).toBe(images)
    const tiles = await ui.tiles.allTextContents()
    const lines = await panel.getByRole('listitem').allTextContents()
    for (const [what, , expected] of HOSTILE)
      if (expected === 'image') expect(tiles.join()).toContain(what)
      else expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${what}.svg.*${expected.source}`)))
    expect(await panel.locator('html').evaluate(() => 'hit' in window)).toBe(false)
    expect(contacted).toEqual([])
    await ui.submitPrompt('a fox')
    await panel.getByRole('img', { name: 'a fox' }).waitFor()
  })
})
