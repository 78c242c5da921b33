import { readFont } from '../fonts'
import { isProperty, isValid } from './properties'
import { type Content, type Declaration, readBlock, readValues } from './syntax'

export type { Declaration } from './syntax'

/** Returns the valid declarations of a block, for properties that affect a drawing. */
export function keptDeclarations(contents: readonly Content[], isAttribute: boolean): Declaration[] {
  return contents
    .flatMap((content) => (content.kind === 'declaration' ? longhands(content) : []))
    .filter(({ name, value }) => isProperty(name) && isValid(name, value, isAttribute))
}

/** Parses a style attribute. */
export const readStyleAttribute = (text: string): Declaration[] =>
  keptDeclarations(readBlock(readValues(text) ?? []), true)

/** Expands `font` into the two properties that lengths depend on. */
function longhands(declaration: Declaration): Declaration[] {
  if (declaration.name !== 'font') return [declaration]
  const font = readFont(declaration.value)
  if (!font) return []
  return [
    { ...declaration, name: 'font-size', value: font.size },
    { ...declaration, name: 'font-family', value: font.family },
  ]
}
