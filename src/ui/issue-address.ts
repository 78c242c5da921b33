import { truncate } from '../text/truncate'

/** Maximum length that GitHub accepts, in characters. The report in a longer address is cut; the full one can be copied. */
const LONGEST = 4000

/** The address of the repository's bug form (`.github/ISSUE_TEMPLATE/bug.yml`), with title and report filled in; null if the plugin has no repository. */
export const issueAddress = (repository: string | null, title: string, report: string): string | null =>
  repository &&
  `${repository}/issues/new?${new URLSearchParams({ template: 'bug.yml', title, report: truncate(report, LONGEST) })}`
