/** Format of a secret: at least 20 characters that need no encoding in a path. */
const SECRET = /^[\w-]{20,100}$/

export const isSecret = (text: string): boolean => SECRET.test(text)

/**
 * Returns the rest of a path that begins with the secret, from the slash on; null if it does not. Takes the same time for every
 * wrong secret of the same length.
 */
export function pathBehind(secret: string, path: string): string | null {
  const rest = path.slice(secret.length + 1)
  if (!rest.startsWith('/')) return null
  let difference = 0
  for (let i = 0; i < secret.length; i++) difference |= secret.charCodeAt(i) ^ path.charCodeAt(i + 1)
  return path.startsWith('/') && difference === 0 ? rest : null
}
