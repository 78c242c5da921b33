import fc from 'fast-check'
import { color, fontSize, fraction, length, oneOf, paint, plainColor, text } from './styled-values'

const declaration: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  ...(
    [
      ['fill', paint, 6],
      ['stroke', paint, 3],
      ['color', color, 3],
      ['fill-opacity', fraction, 1],
      ['stroke-opacity', fraction, 1],
      ['opacity', fraction, 1],
      ['stroke-width', length, 1],
      ['width', length, 1],
      ['font-size', fontSize, 1],
      ['visibility', fc.constantFrom('hidden', 'visible', 'inherit', 'collapse', 'x'), 1],
      ['display', fc.constantFrom('none', 'inline', 'inherit', 'block'), 0.3],
    ] as const
  ).map(([name, values, weight]) => ({
    weight: weight * 10,
    arbitrary: (values as fc.Arbitrary<unknown>).map((value) => [name, `${value}`] as const),
  })),
)
const variable = fc.tuple(fc.constantFrom('--a', '--b', '--c', '--d', '--A'), fc.oneof(color, plainColor))

const important = fc.constantFrom('', '', '', '', ' !important', '! IMPORTANT')
const styles = fc
  .array(
    fc.tuple(fc.oneof({ weight: 3, arbitrary: declaration }, { weight: 1, arbitrary: variable }), important),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => list.map(([[name, value], bang]) => `${name}:${value}${bang}`))
// An unclosed bracket would consume everything after it, in a browser as well.
const block = styles.map((list) => list.filter((one) => !one.includes('rgb(1 2 3')).join('; '))

const simple = oneOf(
  '.a ¦ .b ¦ .c ¦ .d ¦ #i0 ¦ #i1 ¦ #i2 ¦ #i5 ¦ rect ¦ g ¦ svg ¦ * ¦ :root ¦ [class] ¦ ' +
    '[class~=b] ¦ [fill] ¦ [fill^="r"] ¦ [id="i3"] ¦ :first-child ¦ :last-child ¦ :only-child ¦ ' +
    ':nth-child(2n+1) ¦ :empty ¦ :nth-last-child(2) ¦ :nth-of-type(even) ¦ :first-of-type ¦ ' +
    ':last-of-type ¦ :hover ¦ *|* ¦ *|rect ¦ :link ¦ :not(.a) ¦ :not(g, .b) ¦ :is(.a, #i2) ¦ ' +
    ':is(.a, :made-up) ¦ :where(.a, rect) ¦ :not(:first-child) ¦ :is(g .a) ¦ :has(.a) ¦ ' +
    ':has(> rect) ¦ :has(+ .b) ¦ :lang(en) ¦ :not(g > *) ¦ :any-link ¦ .\\61 ¦ .A ¦ [id=i3 i] ¦ ' +
    '[class="A" i]',
  ' ¦ ',
)
const compound = fc.array(simple, { minLength: 1, maxLength: 2 }).map((parts) => {
  const [first = '', ...rest] = [...parts].sort(
    (a, b) => Number(/^[.:#[]/.test(a)) - Number(/^[.:#[]/.test(b)),
  )
  return first + rest.filter((one) => /^[.:#[]/.test(one)).join('')
})
const selector = fc
  .array(fc.tuple(compound, fc.constantFrom(' ', ' > ', '>', ' + ', '~ ')), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([one, sign], index) => (index ? sign : '') + one).join(''))
const selectors = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.array(selector, { minLength: 1, maxLength: 2 }).map((list) => list.join(',\n')),
  },
  // Browsers ignore such rules completely, except for the pseudo-element.
  {
    weight: 1,
    arbitrary: oneOf(
      '.a, :made-up|.1|.a::before, .b|.a:nth-child(x)|> .a|.a >|;.a|.a, |[x=1]|rect:not()|.a..b|#1',
    ),
  },
)
const rule = fc.oneof(
  { weight: 8, arbitrary: text((s, b) => `${s} { ${b} }`, selectors, block) },
  {
    weight: 1,
    arbitrary: text(
      (s, b, t, c) => `${s} { ${b}; ${t} { ${c} } ${b} }`,
      selector,
      block,
      oneOf('.a|& .b|&.c|> rect|&:first-child|.d &|+ *'),
      block,
    ),
  },
  {
    weight: 1,
    arbitrary: oneOf(
      '@import url(http://example.com/);|@font-face{font-family:x;src:url(x)}|/* } .a{fill:red} */|' +
        '@charset "x";|@made-up { .a{fill:red} }|@page{margin:0}|<!-- -->|}|' +
        '@keyframes x{from{fill:red}}',
    ),
  },
)
const group = oneOf(
  '@media screen|@media print|@media all and (min-width: 10px)|@media (max-width: 1px)|' +
    '@media not print|@media (width >= 20px) and (orientation: landscape)|' +
    '@media (prefers-color-scheme: dark)|@media (prefers-color-scheme: light), print|' +
    '@media (hover) or (color)|@media not all and (color)|@media (made-up: 1)|@media only screen|' +
    '@supports (fill: red)|@supports not (fill: red)|@supports (made-up: red)|' +
    '@supports (fill: red) and (color: oklch(0 0 0))|@supports (fill: red) or (x: y)|@layer|' +
    '@layer one|@layer two|@layer one.two|@container (width > 1px)',
)
const sheet = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: rule },
      {
        weight: 1,
        arbitrary: text(
          (g, r) => `${g} { ${(r as unknown as string[]).join('\n')} }`,
          group,
          fc.array(rule, { maxLength: 3 }),
        ),
      },
      { weight: 1, arbitrary: fc.constant('@layer two, one;') },
    ),
    { maxLength: 8 },
  )
  .map((rules) => rules.join('\n'))

const escaped = (value: string) =>
  value.replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;')).replace(/"/g, "'")

const attributes = fc
  .tuple(
    fc.uniqueArray(declaration, { selector: ([name]) => name, maxLength: 3 }),
    fc.option(styles, { freq: 3 }),
    fc.subarray(['a', 'b', 'c', 'd']),
  )
  .map(([own, style, classes]) =>
    [
      ...own.map(([name, value]) => [name, value] as const),
      ...(style ? [['style', style.join(';')] as const] : []),
      ...(classes.length > 0 ? [['class', classes.join(' ')] as const] : []),
    ]
      .map(([name, value]) => ` ${name}="${escaped(value)}"`)
      .join(''),
  )

interface Node {
  readonly own: string
  readonly children: readonly Node[] | null
}
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    attributes.map((own) => ({ own, children: null })),
    fc.record({ own: attributes, children: fc.array(tie('node'), { minLength: 1, maxLength: 4 }) }),
  ),
}))

/** The x of a rectangle identifies it. In px. */
export const PITCH = 16

function write(nodes: readonly Node[]): string {
  let count = 0
  const one = ({ own, children }: Node): string => {
    const id = `id="i${count}"`
    count += 1
    if (children) return `<g ${id}${own}>${children.map(one).join('')}</g>`
    const width = own.includes(' width=') ? '' : ' width="8"'
    return `<rect ${id} x="${(count - 1) * PITCH}" height="8"${width}${own}/>`
  }
  return nodes.map(one).join('')
}

/** Stops get their colors like shapes, but with their own properties. */
const asStop = (own: string) =>
  own
    .replace(/\b(?:fill|stroke)(?=[=:])/g, 'stop-color')
    .replace(/\b(?:fill|stroke)-opacity/g, 'stop-opacity')

/** A document of 200 by 100 px: groups and rectangles, the last of which is filled with a gradient. */
export const styledDocument: fc.Arbitrary<string> = fc
  .record({
    sheets: fc.array(sheet, { maxLength: 2 }),
    root: attributes,
    nodes: fc.array(node, { minLength: 1, maxLength: 4 }),
    gradient: attributes,
    stops: fc.array(attributes, { minLength: 2, maxLength: 3 }),
  })
  .map(({ sheets, root, nodes, gradient, stops }) => {
    const style = sheets.map((one) => `<style>${escaped(one)}</style>`).join('')
    // A duplicate attribute is invalid XML.
    const inner = stops.map((own) => `<stop${once(asStop(own))}/>`).join('')
    const rest = `<linearGradient id="gradient"${once(asStop(gradient))}>${inner}</linearGradient>${LAST}`
    return `<svg xmlns="http://www.w3.org/2000/svg" height="100" viewBox="0 0 200 100"${once(` width="200"${root}`)}>${style}${write(nodes)}${rest}</svg>`
  })

/** Visible whatever the styles are. */
const LAST = `<rect x="-${PITCH}" width="8" height="8" style="fill:url(#gradient)!important;display:inline!important;width:8px!important;visibility:visible!important;fill-opacity:1!important;opacity:1!important"/>`

function once(own: string): string {
  const seen = new Set<string>()
  return own.replace(/ ([\w-]+)="[^"]*"/g, (all, name: string) => {
    const isFirst = !seen.has(name)
    seen.add(name)
    return isFirst ? all : ''
  })
}
