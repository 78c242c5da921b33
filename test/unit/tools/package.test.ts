import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'
import { archiveOf, checksumOf } from '../../../tools/package/archive'
import { noticesOf } from '../../../tools/package/notices'
import { PLACEHOLDER_ID, type Release, refusals } from '../../../tools/package/refusals'

const GOOD: Release = {
  version: '0.2.0',
  changelog: '# Changelog\n\n## Unreleased\n\n## 0.2.0\n\n- A thing.\n\n## 0.1.0\n\nFirst.\n',
  changed: [],
  id: '1234567890123',
  support: 'help@inkwright.test',
}

it.each<[string, Partial<Release>, RegExp[]]>([
  ['nothing that is wrong', {}, []],
  ['a support page', { support: 'https://inkwright.test/help' }, []],
  ['changes', { changed: ['src/a.ts', 'b.md'] }, [/not committed.*: src\/a\.ts, b\.md$/]],
  ['no checkout', { changed: null }, [/not a git checkout/]],
  ['a version without an entry', { version: '0.3.0' }, [/no entries for version 0\.3\.0.*"## 0\.3\.0"/]],
  ['an empty entry', { changelog: '## 0.2.0\n\n## 0.1.0\n\nFirst.' }, [/no entries for version 0\.2\.0/]],
  [
    'the placeholder for the id',
    { id: PLACEHOLDER_ID },
    [/id, "1530000000000000000", is not one that Figma/],
  ],
  ['an empty support contact', { support: '' }, [/support contact, "", is not/]],
  ['a made-up one', { support: 'support@example.com' }, [/support contact/]],
  ['another', { support: 'https://www.example.org/help' }, [/support contact/]],
  [
    'everything at once',
    { changed: ['a'], version: '9', id: '', support: 'me' },
    [/not c/, /no e/, /id/, /su/],
  ],
])('packaging reports %s', (_, change, sentences) => {
  const found = refusals({ ...GOOD, ...change })
  expect(found).toHaveLength(sentences.length)
  for (const [index, sentence] of sentences.entries()) expect(found[index]).toMatch(sentence)
})

it('a zip is the same in every time zone, whatever the order of its files', async () => {
  const script = `import { archiveOf, checksumOf } from './tools/package/archive.ts'
    console.log(checksumOf(archiveOf({ b: 'two', a: 'one' })))`
  const elsewhere = (zone: string) =>
    new Promise<string>((resolve, reject) => {
      const env = { ...process.env, TZ: zone }
      execFile('npx', ['tsx', '--eval', script], { env }, (error, out) =>
        error ? reject(error) : resolve(out.trim()),
      )
    })
  const here = checksumOf(archiveOf({ a: 'one', b: 'two' }))
  expect(await Promise.all(['Asia/Kolkata', 'America/Los_Angeles'].map(elsewhere))).toEqual([here, here])
})

it('the notices list each library once, and each must have a license', () => {
  const library = { name: 'a', version: '1.0.0', identifier: 'MIT', text: 'Do what you like.' }
  const notices = noticesOf([library, library, { name: 'b', version: '2.0.0' }], { b: 'The license of b.' })
  expect(notices.match(/^a 1\.0\.0 \(MIT\)$/gm)).toHaveLength(1)
  expect(notices).toContain('Do what you like.')
  expect(notices).toContain('The license of b.')
  expect(() => noticesOf([{ name: 'b', version: '2.0.0' }])).toThrow(
    /b 2\.0\.0 is published without its license/,
  )
})
