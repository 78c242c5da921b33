import { truncate } from '../text/truncate'

/** Maximum length that GitHub accepts, in characters. The report in a longer address is cut; the full one can be copied. */
const MAX_LENGTH = 4000

interface Issue {
  readonly title: string
  readonly report: string
  /** The answer to “Were you charged…?”, if it is known. */
  readonly charged?: string | null
}

/** The address of the repository's bug form (`.github/ISSUE_TEMPLATE/bug.yml`), filled in; null if the plugin has no repository. */
export function issueAddress(repository: string | null, { title, report, charged }: Issue): string | null {
  if (!repository) return null
  const fields = {
    ...{ template: 'bug.yml', title, report: truncate(report, MAX_LENGTH) },
    ...(charged && { charged }),
  }
  return `${repository}/issues/new?${new URLSearchParams(fields)}`
}
