import type { StoredJob } from '../../src/jobs/storage'

/** What a fake storage holds of one job: its entries by kind, and its picture. */
export interface FakeRecord {
  readonly entries: ReadonlyMap<string, string>
  readonly picture: Uint8Array | null
}

/** The jobs of a fake storage, or one of them, as the real one gives them. */
export const storedJobs = (records: ReadonlyMap<string, FakeRecord>, job?: string): StoredJob[] =>
  [...records]
    .filter(([id]) => job === undefined || id === job)
    .map(([id, { entries, picture }]) => ({
      job: id,
      entries: [...entries].map(([kind, text]) => ({ kind, text })),
      pictureBytes: picture?.length ?? null,
      otherBytes: 0,
    }))
