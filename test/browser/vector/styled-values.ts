import fc from 'fast-check'

/** Random documents full of styles: a tree of groups and rectangles, colored by rules, attributes, and variables. */

const number = (max: number, digits = 0) => fc.nat(max * 10 ** digits).map((value) => value / 10 ** digits)
const join = (...parts: readonly (string | number)[]) => parts.join('')
export const text = (build: (...values: never[]) => string, ...values: readonly fc.Arbitrary<unknown>[]) =>
  fc.tuple(...values).map((drawn) => build(...(drawn as never[])))

/** One of several texts in a list. */
export const oneOf = (list: string, separator = '|') => fc.constantFrom(...list.split(separator))

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
export const plainColor: fc.Arbitrary<string> = fc.oneof(
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

export const color: fc.Arbitrary<string> = fc.oneof(
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
export const paint = fc.oneof(
  { weight: 9, arbitrary: color },
  { weight: 1, arbitrary: fc.constantFrom('none', 'url(#nothing)', 'url(#nothing) teal') },
)

const wide = fc.constantFrom('inherit', 'initial', 'unset')
export const fraction = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(number(1, 2), percent) },
  { weight: 1, arbitrary: wide },
  { weight: 1, arbitrary: fc.constantFrom('x', 'var(--n)', '2') },
)
export const length = fc.oneof(
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
export const fontSize = oneOf('10px|2em|50%|large|smaller|1.5rem|8|inherit|x|medium|12pt')
