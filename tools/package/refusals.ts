import { releaseNotes } from '../../build/changelog.ts'

/** The content of a package before the build. */
export interface Release {
  readonly version: string
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string
  /** Paths with uncommitted changes; null outside a Git checkout. */
  readonly changed: readonly string[] | null
  readonly id: string
  readonly support: string
}

/** The id in `manifest.json` until Figma assigns one. */
export const PLACEHOLDER_ID = '1530000000000000000'

const CONTACT =
  /^(?:[^\s@]+@|https:\/\/)(?!(?:[\w-]+\.)*example(?:\.\w+)?(?:\/|$))[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/

export const isId = (text: string): boolean => /^\d{6,}$/.test(text) && text !== PLACEHOLDER_ID

export const isContact = (text: string): boolean => CONTACT.test(text)

/** Returns why a package cannot be made, as sentences for the terminal; empty if it can. */
export function refusals({ version, changelog, changed, id, support }: Release): string[] {
  const found: string[] = []
  if (changed === null)
    found.push('This folder is not a git checkout, so nobody could tell what the package contains.')
  else if (changed.length > 0)
    found.push(`Some changes are not committed. Commit or stash them: ${changed.join(', ')}`)
  if (releaseNotes(changelog, version) === null)
    found.push(
      `CHANGELOG.md has no entries for version ${version} of package.json. Add them below "## ${version}".`,
    )
  if (!isId(id))
    found.push(
      `The plugin's id, "${id}", is not one that Figma assigned. In Figma, choose Plugins → Development → New plugin…, and pass the id in its manifest with --id, or write it into manifest.json.`,
    )
  if (!isContact(support))
    found.push(
      `The support contact, "${support}", is not an email address or https URL that people can use. Pass one with --support, or set "bugs" in package.json.`,
    )
  return found
}
