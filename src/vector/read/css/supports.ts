import {
  type ComponentValue,
  isFunctionNode,
  isSimpleBlockNode,
  isTokenNode,
  isWhiteSpaceOrCommentNode,
} from '@csstools/css-parser-algorithms'
import { isTokenIdent } from '@csstools/css-tokenizer'
import { isValid } from './properties'
import { readBlock } from './syntax'

/** Whether the condition of an `@supports` rule is true: a declaration is supported if this reader accepts it. */
export function isSupported(prelude: readonly ComponentValue[]): boolean {
  const parts = prelude.filter((part) => !isWhiteSpaceOrCommentNode(part))
  const words = parts.map((part) =>
    isTokenNode(part) && isTokenIdent(part.value) ? part.value[4].value.toLowerCase() : '',
  )
  const [first] = parts
  if (words[0] === 'not') return parts.length === 2 && !isSupported(parts.slice(1))
  if (parts.length === 1) return first !== undefined && isOneSupported(first)
  const operands = parts.filter((_part, index) => index % 2 === 0).map((part) => isSupported([part]))
  if (words.every((word, index) => index % 2 === 0 || word === 'and')) return operands.every(Boolean)
  return words.every((word, index) => index % 2 === 0 || word === 'or') && operands.some(Boolean)
}

function isOneSupported(part: ComponentValue): boolean {
  if (isFunctionNode(part)) return part.getName().toLowerCase() === 'selector'
  if (!isSimpleBlockNode(part)) return false
  const [declaration] = readBlock(part.value)
  if (declaration?.kind === 'declaration') return isValid(declaration.name, declaration.value, false)
  return isSupported(part.value)
}
