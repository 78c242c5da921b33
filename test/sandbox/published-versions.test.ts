import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeEntry, isEntryKind } from '../../src/jobs/entries'
import { codeSuite } from '../support/code-suite'
import { storedValues, storeOf } from '../support/stored-values'

const open = codeSuite()
const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8')

/** Versions with their own section: published, or about to be. */
const published = [...changelog.matchAll(/^## \[?(\d+\.\d+\.\d+)/gm)].map(([, version = '']) => version)

describe.each(published)('data stored by version %s', (version) => {
  // Throws if there is no such file in test/fixtures/storage, which `npm run stored-data` writes.
  const fixture = version.replace(/\.0$/, '')
  const keys = [...storedValues(fixture).keys()]

  it('is read by this version: every setting, every job, every entry', async () => {
    const { panel } = await open(await storeOf(fixture))
    const settings = await panel.request('settings.load', {})
    const known = settings.ok ? Object.values(settings.value).filter((value) => value !== null) : []
    expect(known).toHaveLength(keys.filter((key) => !/^job\/|^window-size$/.test(key)).length)
    const journal = await panel.request('journal.load', {})
    const jobs = journal.ok ? journal.value.jobs : []
    expect(jobs.map(({ job }) => job).sort()).toEqual(
      [...new Set(keys.flatMap((key) => /^job\/([^/]+)/.exec(key)?.[1] ?? []))].sort(),
    )
    const entries = jobs.flatMap((each) => each.entries)
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.filter(({ kind, text }) => !isEntryKind(kind) || !decodeEntry(kind, text))).toEqual([])
    expect(jobs.filter(({ otherBytes }) => otherBytes > 0)).toEqual([])
  })
})
