/** A library in a bundle, as listed by Vite. */
export interface License {
  readonly name: string
  readonly version: string
  /** SPDX identifier, such as `MIT`. */
  readonly identifier?: string
  /** The license file of the library. */
  readonly text?: string
}

/**
 * Returns a text that lists each library once with its license. `missing`: the licenses of libraries that are published without a license
 * file, by name. Throws an Error if a library has neither.
 */
export function noticesOf(
  licenses: readonly License[],
  missing: Readonly<Record<string, string>> = {},
): string {
  const byName = new Map(licenses.map((each) => [`${each.name} ${each.version}`, each]))
  const sections = [...byName].sort().map(([name, library]) => {
    const { identifier = 'see below', text = missing[library.name] } = library
    if (!text) throw new Error(`${name} is published without its license. Add it to tools/package/licenses.`)
    return `${'-'.repeat(72)}\n${name} (${identifier})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`
  })
  return `Inkwright contains these libraries:\n\n${sections.join('\n')}`
}
