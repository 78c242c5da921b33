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
