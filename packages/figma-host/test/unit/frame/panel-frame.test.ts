import { describe, expect, it } from 'vitest'
import { panelFrame, themeStyle } from '../../../src/frame'

const manifest = {
  networkAccess: { allowedDomains: ['https://api.example.com', 'https://cdn.example.com/files/'] },
}
const redirecting = (from: string, to: string) => () =>
  panelFrame({ html: '<p>', manifest, theme: 'light', redirects: { [from]: to } })

describe('the frame around a panel', () => {
  it('refuses HTML that Chromium would silently not load', () => {
    expect(() => panelFrame({ html: 'x'.repeat(1_600_000), manifest, theme: 'light' })).toThrow(/never load/)
    expect(panelFrame({ html: 'x'.repeat(1_500_000), manifest, theme: 'light' })).toContain('<iframe')
  })

  it('never gives the panel an origin', () => {
    const [, sandbox] = /sandbox="([^"]*)"/.exec(panelFrame({ html: '', manifest, theme: null })) ?? []
    expect(sandbox).toContain('allow-scripts')
    expect(sandbox).not.toContain('allow-same-origin')
  })
})

describe('a redirect', () => {
  it('adds its target, including the path, to connect-src', () => {
    expect(redirecting('https://api.example.com', 'http://127.0.0.1:8/api.example.com')()).toContain(
      'connect-src https://api.example.com https://cdn.example.com/files/ http://127.0.0.1:8/api.example.com/;',
    )
  })

  it('requires an origin that the manifest allows completely', () => {
    expect(redirecting('https://other.example.com', 'http://127.0.0.1:8')).toThrow(/does not allow/)
    expect(redirecting('http://api.example.com', 'http://127.0.0.1:8')).toThrow(/does not allow/)
    expect(redirecting('https://api.example.com:444', 'http://127.0.0.1:8')).toThrow(/does not allow/)
    expect(redirecting('https://cdn.example.com', 'http://127.0.0.1:8')).toThrow(/does not allow/)
    expect(redirecting('https://api.example.com/v1', 'http://127.0.0.1:8')).toThrow(/an origin/)
  })

  it('requires a target on this machine', () => {
    expect(redirecting('https://api.example.com', 'https://relay.example.org')).toThrow(/this machine/)
    expect(redirecting('https://api.example.com', 'http://127.0.0.1.example.org')).toThrow(/this machine/)
    expect(redirecting('https://api.example.com', 'http://127.0.0.1:8/?x=')).toThrow(/this machine/)
  })
})

it('the theme variables are the same in both themes, and unique', () => {
  const names = (theme: 'light' | 'dark') => themeStyle(theme).match(/--figma-color-[a-z-]+/g) ?? []
  expect(names('light')).toEqual(names('dark'))
  expect(new Set(names('light')).size).toBe(names('light').length)
  expect(names('light').length).toBeGreaterThan(150)
})
