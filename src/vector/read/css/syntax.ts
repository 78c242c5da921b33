import {
  type ComponentValue,
  isSimpleBlockNode,
  isTokenNode,
  isWhiteSpaceOrCommentNode,
  parseListOfComponentValues,
} from '@csstools/css-parser-algorithms'
import {
  type CSSToken,
  isTokenAtKeyword,
  isTokenCDC,
  isTokenCDO,
  isTokenColon,
  isTokenComment,
  isTokenDelim,
  isTokenIdent,
  isTokenOpenCurly,
  isTokenSemicolon,
  tokenize,
} from '@csstools/css-tokenizer'

/** One `name: value`. Names are in lower case except for custom properties; values have no comments. */
export interface Declaration {
  readonly kind: 'declaration'
  readonly name: string
  readonly value: string
  readonly important: boolean
}

/** Selectors and the content of the braces after them. */
export interface StyleRule {
  readonly kind: 'rule'
  readonly prelude: readonly ComponentValue[]
  readonly block: readonly ComponentValue[]
}

export interface AtRule {
  readonly kind: 'at-rule'
  readonly name: string
  readonly prelude: readonly ComponentValue[]
  /** Null for a rule that ends with a semicolon. */
  readonly block: readonly ComponentValue[] | null
}

export type Content = Declaration | StyleRule | AtRule

/** Parses CSS into component values; null if it is nested too deeply. */
export function readValues(text: string): ComponentValue[] | null {
  try {
    return parseListOfComponentValues(tokenize({ css: text }))
  } catch {
    // More than 512 nested brackets.
    return null
  }
}

/** Returns the text of values with each comment replaced by `gap`. */
export const textOf = (values: readonly ComponentValue[], gap: string): string =>
  values
    .flatMap((value) => value.tokens())
    .map((token) => (isTokenComment(token) ? gap : token[1]))
    .join('')
    .trim()

const tokenOf = (value: ComponentValue | undefined): CSSToken | undefined =>
  isTokenNode(value) ? value.value : undefined

const isBlock = (value: ComponentValue | undefined) =>
  isSimpleBlockNode(value) && isTokenOpenCurly(value.startToken)

/**
 * Parses the rules of a style sheet with the error recovery of CSS Syntax 3: a malformed rule ends where the standard says,
 * and the rules after it are kept.
 */
export function readSheet(values: readonly ComponentValue[]): Content[] {
  // `<!--` and `-->` are allowed around rules, for compatibility with old browsers.
  const isHtml = (value: ComponentValue) => {
    const token = tokenOf(value)
    return token !== undefined && (isTokenCDO(token) || isTokenCDC(token))
  }
  return readRuleList(values.filter((value) => !isHtml(value)))
}

/** Parses the rules in a group rule such as `@media`. */
export function readRuleList(values: readonly ComponentValue[]): Content[] {
  return new Reader(values, true).read()
}

/** Parses the declarations and nested rules of a block or style attribute. */
export function readBlock(values: readonly ComponentValue[]): Content[] {
  return new Reader(values, false).read()
}

class Reader {
  readonly #values: readonly ComponentValue[]
  readonly #isSheet: boolean
  #at = 0

  constructor(values: readonly ComponentValue[], isSheet: boolean) {
    this.#values = values
    this.#isSheet = isSheet
  }

  read(): Content[] {
    const contents: Content[] = []
    while (this.#at < this.#values.length) {
      const content = this.#next()
      if (content) contents.push(content)
    }
    return contents
  }

  #next(): Content | null {
    const value = this.#values[this.#at]
    const token = tokenOf(value)
    const isSkipped = !this.#isSheet && token && isTokenSemicolon(token)
    if (isWhiteSpaceOrCommentNode(value) || isSkipped) {
      this.#at += 1
      return null
    }
    if (token && isTokenAtKeyword(token)) return this.#atRule(token[4].value.toLowerCase())
    return (!this.#isSheet && this.#declaration()) || this.#rule()
  }

  #atRule(name: string): AtRule {
    this.#at += 1
    const end = this.#seek(
      (value, token) => isBlock(value) || (token !== undefined && isTokenSemicolon(token)),
    )
    const prelude = this.#take(end)
    const block = this.#values[this.#at]
    this.#at += 1
    return { kind: 'at-rule', name, prelude, block: isSimpleBlockNode(block) ? block.value : null }
  }

  #rule(): StyleRule | null {
    const end = this.#seek(
      (value, token) => isBlock(value) || (!this.#isSheet && token !== undefined && isTokenSemicolon(token)),
    )
    const prelude = this.#take(end)
    const block = this.#values[this.#at]
    this.#at += 1
    return isSimpleBlockNode(block) ? { kind: 'rule', prelude, block: block.value } : null
  }

  #declaration(): Declaration | null {
    const first = tokenOf(this.#values[this.#at])
    if (!first || !isTokenIdent(first)) return null
    let colon = this.#at + 1
    while (isWhiteSpaceOrCommentNode(this.#values[colon])) colon += 1
    const sign = tokenOf(this.#values[colon])
    if (!sign || !isTokenColon(sign)) return null
    const isCustom = first[4].value.startsWith('--')
    const end = this.#seek(
      (value, token) => (!isCustom && isBlock(value)) || (token !== undefined && isTokenSemicolon(token)),
    )
    // A nested rule that starts like a declaration: `a:hover { … }`.
    if (isBlock(this.#values[end])) return null
    const values = this.#values.slice(colon + 1, end)
    this.#at = end + 1
    const own = withoutImportant(values)
    return {
      kind: 'declaration',
      name: isCustom ? first[4].value : first[4].value.toLowerCase(),
      value: textOf(own ?? values, ' '),
      important: own !== null,
    }
  }

  #seek(isEnd: (value: ComponentValue, token: CSSToken | undefined) => boolean): number {
    let end = this.#at
    for (let value = this.#values[end]; value; value = this.#values[end]) {
      if (isEnd(value, tokenOf(value))) break
      end += 1
    }
    return end
  }

  #take(end: number): readonly ComponentValue[] {
    const taken = this.#values.slice(this.#at, end)
    this.#at = end
    return taken
  }
}

/** Returns the values before `!important`; null if they do not end with it. */
function withoutImportant(values: readonly ComponentValue[]): readonly ComponentValue[] | null {
  const meant = values.flatMap((value, index) => (isWhiteSpaceOrCommentNode(value) ? [] : [index]))
  const [bang = -1, word = -1] = meant.slice(-2)
  const sign = tokenOf(values[bang])
  const important = tokenOf(values[word])
  const isImportant =
    sign &&
    important &&
    isTokenDelim(sign) &&
    sign[4].value === '!' &&
    isTokenIdent(important) &&
    important[4].value.toLowerCase() === 'important'
  return isImportant ? values.slice(0, bang) : null
}
