/**
 * Escapes texts that Figma does not allow in sandbox code, even inside strings: `import(`, `<!--`, `-->` and `eval(`. `literal` is
 * a JavaScript string literal, whose value does not change.
 */
export const escapeRefusedTexts = (literal: string): string =>
  literal.replace(/import\s*\(|<!--|-->|eval\s*\(/g, (text) =>
    text.replace(/[(!>]/, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  )
