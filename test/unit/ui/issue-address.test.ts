import { describe, expect, it } from 'vitest'
import { issueAddress } from '../../../src/ui/issue-address'

describe('the address of a prefilled issue', () => {
  it('is there only where the plugin names a repository', () => {
    expect(issueAddress(null, 'A problem', 'text')).toBeNull()
  })

  it('carries title and text, whatever is in them', () => {
    const address = new URL(issueAddress('https://example.com/ink', 'A problem', 'a & b\n#c') ?? '')
    expect(address.origin + address.pathname).toBe('https://example.com/ink/issues/new')
    expect(Object.fromEntries(address.searchParams)).toEqual({ title: 'A problem', body: 'a & b\n#c' })
  })

  it('is never longer than a server takes', () => {
    expect(issueAddress('https://example.com/ink', 'A problem', 'x'.repeat(50_000))?.length).toBeLessThan(
      5000,
    )
  })
})
