/** One `name: value` of a rule or a style attribute. */
export interface Declaration {
  readonly name: string
  readonly value: string
  readonly important: boolean
}

/** One rule of a style sheet: what stands before its braces, and what stands in them. */
export interface Rule {
  readonly prelude: string
  readonly body: string
}

/** The properties that are read from styles; `d` and the rest of CSS are not. */
const PROPERTIES = new Set([
  ...[
    'background',
    'background-color',
    'clip-path',
    'clip-rule',
    'color',
    'display',
    'fill',
    'fill-opacity',
    'fill-rule',
    'filter',
  ],
  ...['marker', 'marker-start', 'marker-mid', 'marker-end', 'mask', 'mix-blend-mode', 'opacity', 'overflow'],
  ...['paint-order', 'stop-color', 'stop-opacity', 'stroke', 'stroke-dasharray', 'stroke-dashoffset'],
  ...['stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-opacity', 'stroke-width'],
  ...['transform', 'transform-origin', 'vector-effect', 'visibility'],
  ...['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height'],
])

/** Reads the declarations of a style attribute or of a rule's body, those of properties that matter to a drawing. */
export function readDeclarations(text: string): Declaration[] {
  const declarations: Declaration[] = []
  for (const part of splitAtSemicolons(stripComments(text))) {
    const colon = part.indexOf(':')
    const name = part.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!PROPERTIES.has(name)) continue
    const raw = part.slice(colon + 1).trim()
    const bang = raw.lastIndexOf('!')
    const important =
      bang >= 0 &&
      raw
        .slice(bang + 1)
        .trim()
        .toLowerCase() === 'important'
    const value = important ? raw.slice(0, bang).trim() : raw
    if (value !== '') declarations.push({ name, value, important })
  }
  return declarations
}

/** Reads a style sheet into its rules in order; an at-rule is one rule, with its whole block as the body. */
export function readRules(sheet: string): Rule[] {
  const text = stripComments(sheet)
  const rules: Rule[] = []
  for (let at = 0; at < text.length; ) {
    const open = seek(text, at, '{;')
    const prelude = text.slice(at, open).trim()
    // A semicolon ends `@import …;`, and is a slip between rules.
    const close = text[open] === '{' ? closing(text, open) : open
    if (prelude) rules.push({ prelude, body: text.slice(open + 1, close) })
    at = close + 1
  }
  return rules
}

function splitAtSemicolons(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = seek(text, at, ';')
    parts.push(text.slice(at, end))
    at = end + 1
  }
  return parts
}

/** Where the brace that opens at `open` is closed, or the end of the text. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at = seek(text, at + 1, '{}')) {
    depth += text[at] === '{' ? 1 : -1
    if (depth === 0) return at
  }
  return text.length
}

/** The next of `targets` outside of quotes and parentheses, or the end of the text. */
function seek(text: string, from: number, targets: string): number {
  let quote = ''
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '\\') at += 1
    else if (quote) quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (depth <= 0 && targets.includes(letter)) return at
  }
  return text.length
}

function stripComments(text: string): string {
  if (!text.includes('/*')) return text
  const parts: string[] = []
  for (let at = 0; ; ) {
    const open = text.indexOf('/*', at)
    parts.push(text.slice(at, open < 0 ? text.length : open))
    const close = open < 0 ? -1 : text.indexOf('*/', open + 2)
    if (close < 0) return parts.join(' ')
    at = close + 2
  }
}
