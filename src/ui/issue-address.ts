import { truncate } from '../text/truncate'

/** Longer addresses than GitHub takes are cut: the report itself can be copied whole. In characters. */
const LONGEST = 4000

/** The page where an issue with this text can be opened, or null where the plugin names no repository. */
export const issueAddress = (repository: string | null, title: string, body: string): string | null =>
  repository && `${repository}/issues/new?${new URLSearchParams({ title, body: truncate(body, LONGEST) })}`
