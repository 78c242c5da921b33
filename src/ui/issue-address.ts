import { truncate } from '../text/truncate'

/** Longer addresses than GitHub takes are cut: the report itself can be copied whole. In characters. */
const LONGEST = 4000

/** The bug form of the repository (`.github/ISSUE_TEMPLATE/bug.yml`), with title and report filled in; null where the plugin names no repository. */
export const issueAddress = (repository: string | null, title: string, report: string): string | null =>
  repository &&
  `${repository}/issues/new?${new URLSearchParams({ template: 'bug.yml', title, report: truncate(report, LONGEST) })}`
