import {
  type ComponentValue,
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
} from '@csstools/css-parser-algorithms'
import {
  isTokenComma,
  isTokenDelim,
  isTokenHash,
  isTokenIdent,
  isTokenNumeric,
  isTokenString,
  isTokenURL,
} from '@csstools/css-tokenizer'
import { LIMITS, VectorError } from '../../errors'
import { type Declaration, keptDeclarations } from './declarations'
import type { CascadeLayer } from './layers'
import type { Matcher } from './matcher'
import { matchesScreen, type Screen } from './media'
import { type CompiledSelector, compileSelectors } from './selectors'
import { isSupported } from './supports'
import { type AtRule, type Content, readBlock, readRuleList, readSheet, readValues, textOf } from './syntax'

/** One selector with its declarations. */
export interface Rule {
  readonly selector: CompiledSelector
  readonly declarations: readonly Declaration[]
  readonly layer: CascadeLayer
}

export interface SheetOptions {
  readonly matcher: Matcher
  readonly screen: Screen
  /** The outermost layer. */
  readonly layer: CascadeLayer
  /** Called for rules that browsers apply but this reader does not support. */
  readonly onUnsupported: () => void
}

const SVG = 'http://www.w3.org/2000/svg'

/** At-rules that do not affect how a static picture of paths looks, or that browsers ignore in a picture. */
const IGNORED = new Set([
  ...[
    'charset',
    'color-profile',
    'counter-style',
    'font-face',
    'font-feature-values',
    'font-palette-values',
    'import',
  ],
  ...[
    'keyframes',
    '-webkit-keyframes',
    '-moz-keyframes',
    'page',
    'position-try',
    'property',
    'view-transition',
  ],
  // No element is a container unless declared, and this reader knows no such declarations.
  'container',
])

/** The context of nested rules. */
interface Around {
  /** The selector list of the parent rule; null at the top level. */
  readonly parent: string | null
  readonly layer: CascadeLayer
}

/** Reads the rules of a style sheet that apply to a picture on a screen, in order. Throws VectorError. */
export function readRules(sheet: string, options: SheetOptions): Rule[] {
  const values = readValues(sheet)
  if (!values) {
    options.onUnsupported()
    return []
  }
  const reader = new SheetReader(options)
  reader.read(readSheet(values), { parent: null, layer: options.layer })
  return reader.rules
}

class SheetReader {
  readonly rules: Rule[] = []
  readonly #options: SheetOptions
  readonly #namespaces = new Map<string, boolean>()
  #expanded = 0

  constructor(options: SheetOptions) {
    this.#options = options
  }

  read(contents: readonly Content[], around: Around): void {
    let run: Content[] = []
    const finish = () => {
      if (around.parent !== null) this.#add(around.parent, keptDeclarations(run, false), around.layer)
      run = []
    }
    for (const content of contents) {
      if (content.kind === 'declaration') {
        run.push(content)
        continue
      }
      finish()
      if (content.kind === 'at-rule') this.#readAtRule(content, around)
      else if (isWellFormed(content.prelude)) {
        const parent = flatten(content.prelude, around.parent)
        this.#countExpansion(parent.length)
        this.read(readBlock(content.block), { ...around, parent })
      }
    }
    finish()
  }

  #readAtRule(rule: AtRule, around: Around): void {
    const { name, prelude, block } = rule
    const text = textOf(prelude, ' ')
    const enter = (layer = around.layer) => {
      if (!block) return
      const contents = around.parent === null ? readRuleList(block) : readBlock(block)
      this.read(contents, { ...around, layer })
    }
    switch (name) {
      case 'media':
        return matchesScreen(text, this.#options.screen) ? enter() : undefined
      case 'supports':
        return isSupported(prelude) ? enter() : undefined
      case 'layer': {
        const layers = text.split(',').map((one) => around.layer.open(one.trim()))
        return enter(layers[0])
      }
      case 'namespace':
        return this.#declare(prelude)
      default:
        if (!IGNORED.has(name)) this.#options.onUnsupported()
    }
  }

  #declare(prelude: readonly ComponentValue[]): void {
    let prefix = ''
    for (const value of prelude) {
      const token = isTokenNode(value) ? value.value : undefined
      const [address] = isFunctionNode(value) ? value.value.flatMap((inner) => inner.tokens()) : []
      if (token && isTokenIdent(token)) prefix = token[4].value
      for (const one of [token, address]) {
        if (one && (isTokenString(one) || isTokenURL(one))) this.#namespaces.set(prefix, one[4].value === SVG)
      }
    }
  }

  #add(text: string, declarations: readonly Declaration[], layer: CascadeLayer): void {
    if (declarations.length === 0) return
    // The selectors are compiled again for each run of declarations between nested rules.
    this.#countExpansion(text.length)
    const { matcher, onUnsupported } = this.#options
    const selectors = compileSelectors(text, this.#namespaces, matcher, onUnsupported) ?? []
    if (this.rules.length + selectors.length > LIMITS.rules)
      throw new VectorError('too-large', 'too many style rules')
    for (const selector of selectors) this.rules.push({ selector, declarations, layer })
  }

  #countExpansion(length: number): void {
    this.#expanded += length
    if (this.#expanded > LIMITS.expansion) throw new VectorError('too-large', 'too long selectors')
  }
}

/** Converts nested selectors, in which `&` is the parent, to selectors without nesting. */
function flatten(prelude: readonly ComponentValue[], parent: string | null): string {
  const around = parent === null ? ':root' : `:is(${parent})`
  const selectors: ComponentValue[][] = [[]]
  for (const value of prelude) {
    if (isTokenNode(value) && isTokenComma(value.value)) selectors.push([])
    else selectors.at(-1)?.push(value)
  }
  return selectors
    .map((selector) => {
      const text = textOf(selector, '')
      const tokens = selector.flatMap((value) => value.tokens())
      const isNesting = tokens.some((token) => isTokenDelim(token) && token[4].value === '&')
      if (!isNesting) return parent === null ? text : `${around} ${text}`
      return tokens
        .map((token) => (isTokenDelim(token) && token[4].value === '&' ? around : token[1]))
        .join('')
    })
    .join(',')
}

/** Whether selectors contain only valid tokens: css-what accepts more than CSS. */
function isWellFormed(values: readonly ComponentValue[]): boolean {
  return values.every((value, index) => {
    if (isSimpleBlockNode(value)) return isWellFormed(value.value)
    // `2n + 1` contains numbers.
    if (isFunctionNode(value)) return /^nth-/i.test(value.getName()) || isWellFormed(value.value)
    if (!isTokenNode(value)) return true
    const token = value.value
    if (isTokenNumeric(token)) return false
    if (isTokenHash(token)) return token[4].type === 'id'
    if (!isTokenDelim(token) || token[4].value !== '.') return true
    const next = values[index + 1]
    return isTokenNode(next) && isTokenIdent(next.value)
  })
}
