import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { issueAddress } from '../../../src/ui/issue-address'

describe('the address of a prefilled issue', () => {
  it('is there only where the plugin names a repository', () => {
    expect(issueAddress(null, 'A problem', 'text')).toBeNull()
  })

  it('fills title and report into the bug form of the repository, whatever is in them', () => {
    const address = new URL(issueAddress('https://example.com/ink', 'A problem', 'a & b\n#c') ?? '')
    expect(address.origin + address.pathname).toBe('https://example.com/ink/issues/new')
    const { template, ...fields } = Object.fromEntries(address.searchParams)
    expect(fields).toEqual({ title: 'A problem', report: 'a & b\n#c' })
    const form = readFileSync(new URL(`../../../.github/ISSUE_TEMPLATE/${template}`, import.meta.url), 'utf8')
    expect(form).toMatch(/^ {4}id: report$/m)
  })
})
