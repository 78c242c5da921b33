/** Code that Figma refuses to run, and its position. */
export interface RefusedText {
  readonly text: string
  readonly index: number
}

/**
 * Finds text for which Figma refuses a plugin's code, even inside strings and comments: dynamic imports, HTML comment marks, and direct
 * eval (recorded in Figma). Empty for code that is accepted.
 */
export function refusedTexts(code: string): RefusedText[] {
  const found: RefusedText[] = []
  for (const match of code.matchAll(/import\s*\(|<!--|-->|eval\s*\(/g)) {
    found.push({ text: match[0].replace(/\s/g, ''), index: match.index })
  }
  return found
}
