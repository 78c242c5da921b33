import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../src/frame'

const allowing = (...allowedDomains: unknown[]) => ({ networkAccess: { allowedDomains } })

/** Returns the sources of one directive of a policy. */
function directive(policy: string, name: string): string | undefined {
  return policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1)
}

describe('the policy of a panel', () => {
  it('contains all directives for a manifest with two hosts', () => {
    expect(contentSecurityPolicy(allowing('https://api.example.com', 'https://cdn.example.com'))).toBe(
      [
        'default-src data: blob:',
        "script-src 'unsafe-inline'",
        "style-src 'unsafe-inline'",
        'connect-src https://api.example.com https://cdn.example.com',
        'img-src data: blob: https://api.example.com https://cdn.example.com',
        'media-src data: blob: https://api.example.com https://cdn.example.com',
        'font-src data: blob: https://api.example.com https://cdn.example.com',
        'worker-src data:',
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    )
  })

  it.each([
    ['none', allowing('none')],
    ['an empty list', allowing()],
    ['no network access named', {}],
  ])('lets a manifest with %s connect nowhere', (_name, manifest) => {
    expect(directive(contentSecurityPolicy(manifest), 'connect-src')).toBe("'none'")
    expect(directive(contentSecurityPolicy(manifest), 'img-src')).toBe('data: blob:')
  })

  it.each([
    ['example.com/api/', 'https://example.com/api/'],
    ['HTTPS://Example.com', 'https://example.com'],
    ['https://*.example.com', 'https://*.example.com'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['https://example.com/exact.json', 'https://example.com/exact.json'],
    ['wss://live.example.com', 'wss://live.example.com'],
  ])('reads the pattern %s', (pattern, source) => {
    expect(directive(contentSecurityPolicy(allowing(pattern)), 'connect-src')).toBe(source)
  })

  it('does not allow sockets for images and fonts', () => {
    const policy = contentSecurityPolicy(allowing('wss://live.example.com'))
    expect(directive(policy, 'font-src')).toBe('data: blob:')
  })

  it.each([
    '*',
    'https://*',
    '*.com',
    'https://*.com',
    'ftp://example.com',
    'https://exam ple.com',
    "https://example.com; script-src 'unsafe-eval'",
    'https://example.com,https://other.com',
    "'self'",
    'data:',
    'https://example.com?x',
    'https://user@example.com',
    'https://a..b.com',
    'https://example.com:70000',
    '',
    7,
  ])('refuses the domain %j', (pattern) => {
    expect(() => contentSecurityPolicy(allowing(pattern))).toThrow(/domain/)
  })

  it('refuses none together with other domains, and an invalid manifest', () => {
    expect(() => contentSecurityPolicy(allowing('none', 'https://a.com'))).toThrow(/none/)
    expect(() => contentSecurityPolicy(null)).toThrow(/manifest/)
    expect(() => contentSecurityPolicy({ networkAccess: 'all' })).toThrow(/networkAccess/)
  })

  it('includes development domains only if asked', () => {
    const manifest = {
      networkAccess: { allowedDomains: ['none'], devAllowedDomains: ['http://localhost:8080'] },
    }
    expect(directive(contentSecurityPolicy(manifest), 'connect-src')).toBe("'none'")
    expect(directive(contentSecurityPolicy(manifest, [], true), 'connect-src')).toBe('http://localhost:8080')
  })

  it('adds further sources to connect-src only', () => {
    const policy = contentSecurityPolicy(allowing('https://a.com'), ['http://127.0.0.1:1/'])
    expect(directive(policy, 'connect-src')).toBe('https://a.com http://127.0.0.1:1/')
    expect(directive(policy, 'img-src')).toBe('data: blob: https://a.com')
  })
})
