import fc from 'fast-check'

/** Random documents full of styles: a tree of groups and rectangles, colored by rules, attributes, and variables. */

const number = (max: number, digits = 0) => fc.nat(max * 10 ** digits).map((value) => value / 10 ** digits)
const join = (...parts: readonly (string | number)[]) => parts.join('')
const text = (build: (...values: never[]) => string, ...values: readonly fc.Arbitrary<unknown>[]) =>
  fc.tuple(...values).map((drawn) => build(...(drawn as never[])))

/** One of several texts in a list. */
const oneOf = (list: string, separator = '|') => fc.constantFrom(...list.split(separator))

const byte = fc.nat(255)
const percent = number(100).map((value) => `${value}%`)
const hue = fc.oneof(
  number(720),
  number(360).map((value) => `${value}deg`),
  number(1, 2).map((value) => `${value}turn`),
)
/** In fifths, which browsers store exactly. */
const fifth = fc.nat(5).map((value) => value / 5)
const alpha = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fifth.map((value) => ` / ${value}`),
  fifth.map((value) => ` / ${value * 100}%`),
)
const part = (values: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: values }, { weight: 1, arbitrary: fc.constant('none') })

/** Colors within sRGB. */
const plainColor: fc.Arbitrary<string> = fc.oneof(
  oneOf('red|teal|RebeccaPurple|transparent|gold|#0a5|#12fc|#345678|#9ab4cd66'),
  fc.constantFrom('CanvasText', 'Canvas', 'LinkText', 'buttonface', 'Highlight'),
  text((r, g, b) => `rgb(${join(r, ',', g, ',', b)})`, byte, byte, byte),
  text((r, g, b, a) => `rgb(${r} ${g} ${b}${a})`, byte, byte, byte, alpha),
  text((r, g, b, a) => `rgba(${r}, ${g}, ${b}, ${a})`, percent, percent, percent, fifth),
  text((h, s, l, a) => `hsl(${h} ${s} ${l}${a})`, hue, percent, percent, alpha),
  text((h, s, l) => `hsl(${h}, ${s}, ${l})`, hue, percent, percent),
  text((h, w, b, a) => `hwb(${h} ${w} ${b}${a})`, hue, percent, percent, alpha),
)

const simpleColor: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: plainColor },
  text(
    (l, a, b, o) => `lab(${l} ${a} ${b}${o})`,
    part(percent),
    part(number(160).map((v) => v - 80)),
    number(160).map((v) => v - 80),
    alpha,
  ),
  text((l, c, h, o) => `lch(${l} ${c} ${h}${o})`, percent, number(130), part(hue), alpha),
  text(
    (l, a, b, o) => `oklab(${l} ${a} ${b}${o})`,
    number(1, 2),
    number(0.8, 1).map((v) => v - 0.4),
    number(0.8, 1).map((v) => v - 0.4),
    alpha,
  ),
  text((l, c, h, o) => `oklch(${l} ${c} ${h}${o})`, part(percent), part(number(0.4, 2)), hue, alpha),
  text(
    (s, r, g, b, a) => `color(${s} ${r} ${g} ${b}${a})`,
    oneOf('srgb|srgb-linear|display-p3|a98-rgb|prophoto-rgb|xyz|xyz-d50'),
    number(1, 2),
    number(1, 2),
    number(1, 2),
    alpha,
  ),
)

const space = fc.constantFrom('srgb', 'srgb-linear', 'lab', 'oklab', 'xyz')
/** Browsers disagree on when a color is too gray to have a hue. */
const polarSpace = fc.constantFrom('hsl', 'hwb', 'lch', 'oklch', 'oklch shorter hue')
const vivid = fc.constantFrom('red', '#07a', 'gold', '#0a5', 'rgb(250 40 90 / 60%)', 'hsl(210 90% 40%)')
const inner = fc.oneof(
  { weight: 4, arbitrary: plainColor },
  { weight: 1, arbitrary: fc.constantFrom('currentColor', 'var(--a)', 'var(--b, gold)') },
)

const color: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: simpleColor },
  { weight: 2, arbitrary: fc.constantFrom('currentColor', 'currentcolor') },
  {
    weight: 3,
    arbitrary: oneOf(
      'var(--a)|var(--b)|var(--c, teal)|var( --d , var(--a, #123) )|VAR(--a)|var(--none)|' + 'var(--A, lime)',
    ),
  },
  {
    weight: 2,
    arbitrary: text((s, a, p, b) => `color-mix(in ${s}, ${a} ${p}, ${b})`, space, inner, percent, inner),
  },
  {
    weight: 1,
    arbitrary: text((s, a, p, b) => `color-mix(in ${s}, ${a} ${p}, ${b})`, polarSpace, vivid, percent, vivid),
  },
  { weight: 1, arbitrary: text((a, b) => `light-dark(${a}, ${b})`, inner, inner) },
  { weight: 1, arbitrary: text((c) => `oklch(from ${c} l c calc(h + 60))`, inner) },
  { weight: 1, arbitrary: text((c, a) => `rgb(from ${c} b r g / ${a})`, inner, number(1, 1)) },
  { weight: 3, arbitrary: fc.constantFrom('inherit', 'initial', 'unset', 'revert', 'INHERIT') },
  // None of them is a color, so the previous declaration applies.
  { weight: 2, arbitrary: oneOf('abcx|#12|rgb(1,2)|hsl(1 2)|rgb(1 2 3|color(none)|12px|red blue|foo(1)') },
)
const paint = fc.oneof(
  { weight: 9, arbitrary: color },
  { weight: 1, arbitrary: fc.constantFrom('none', 'url(#nothing)', 'url(#nothing) teal') },
)

const wide = fc.constantFrom('inherit', 'initial', 'unset')
const fraction = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(number(1, 2), percent) },
  { weight: 1, arbitrary: wide },
  { weight: 1, arbitrary: fc.constantFrom('x', 'var(--n)', '2') },
)
const length = fc.oneof(
  {
    weight: 6,
    arbitrary: text(
      (value, unit) => `${value}${unit}`,
      number(9, 1).map((v) => v + 1),
      oneOf('px|em|rem|pt|mm|vw|%|EM|q|vmin'),
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom('-3px', 'wide', '4px', 'initial') },
)
const fontSize = oneOf('10px|2em|50%|large|smaller|1.5rem|8|inherit|x|medium|12pt')

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
