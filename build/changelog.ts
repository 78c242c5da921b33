/**
 * Returns the section of a version in a changelog, without its heading, as Markdown; null if there is none, or nothing in it.
 * `version`: as in the heading, e.g. `0.1.0` or `Unreleased`.
 */
export function releaseNotes(changelog: string, version: string): string | null {
  const section = changelog
    .split(/^## /m)
    .slice(1)
    .find((each) => each.split(/[\s\]]/, 1)[0]?.replace('[', '') === version)
  return section?.replace(/^.*\n?/, '').trim() || null
}

/** Returns the section of a version as plain text, for the panel: its entries by heading (null at the top). Empty if there is none. */
export function newsOf(changelog: string, version: string) {
  const [top = '', ...parts] = (releaseNotes(changelog, version) ?? '').split(/^### /m)
  const headed = parts.map((part) => /^([^\n]*)\n?(.*)$/s.exec(part) ?? [])
  return [{ heading: null, text: top }, ...headed.map(([, heading = '', text = '']) => ({ heading, text }))]
    .map(({ heading, text }) => ({ heading, entries: entriesOf(text) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Returns list items and paragraphs without Markdown for bold, code, and links. */
const entriesOf = (text: string): string[] =>
  text
    .split(/^- |\n\n/m)
    .map((entry) => entry.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'))
    .map((entry) => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
