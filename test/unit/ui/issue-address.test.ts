import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { strings } from '../../../src/strings'
import { issueAddress } from '../../../src/ui/issue-address'

describe('the address of a prefilled issue', () => {
  it('exists only if the plugin has a repository', () => {
    expect(issueAddress(null, { title: 'A problem', report: 'text' })).toBeNull()
  })

  it('fills title, report, and charge into the repository’s bug form, with any content', () => {
    const { charged } = strings.report
    const issue = { title: 'A problem', report: 'a & b\n#c', charged: charged.unknown }
    const address = new URL(issueAddress('https://example.com/ink', issue) ?? '')
    expect(address.origin + address.pathname).toBe('https://example.com/ink/issues/new')
    const { template, ...fields } = Object.fromEntries(address.searchParams)
    expect(fields).toEqual(issue)
    const form = readFileSync(new URL(`../../../.github/ISSUE_TEMPLATE/${template}`, import.meta.url), 'utf8')
    expect(form).toMatch(/^ {4}id: report$/m)
    expect(form).toMatch(/^ {4}id: charged$/m)
    for (const choice of Object.values(charged)) expect(form).toContain(`"${choice}"`)
  })
})
