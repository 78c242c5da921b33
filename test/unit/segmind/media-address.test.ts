import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALLOWED_DOMAINS, MEDIA_HOSTS } from '../../../src/segmind/hosts'
import { readMediaAddress } from '../../../src/segmind/media-address'

const target = '/outputs/A-1.svg?sig=a%2Fb'
const host = fc.constantFrom(...MEDIA_HOSTS)

describe('a media address', () => {
  it.each([
    `https://images.segmind.com${target}`,
    `http://images.segmind.com${target}`,
    `https://images.segmind.com:443${target}`,
    `http://images.segmind.com:80${target}`,
    `//images.segmind.com${target}`,
    `HTTPS://Images.Segmind.COM${target}`,
    `https://images.segmind.com.${target}`,
    `https://images.segmind.com:${target}`,
    ` http://IMAGES.segmind.com.:443${target}#top\n`,
  ])('in the form %s is one of Segmind’s', (url) => {
    expect(readMediaAddress(url)).toEqual({ type: 'allowed', host: 'images.segmind.com', target })
  })

  it('is accepted in every form of every host, and leads where a browser would go by https', () => {
    const scheme = fc.constantFrom('https:', 'http:', 'HTTP:', '')
    const port = fc.constantFrom('', ':', ':443')
    fc.assert(
      fc.property(
        scheme,
        host,
        fc.boolean(),
        fc.boolean(),
        port,
        fc.constantFrom('', '/', '/a.svg', '/a/../b%20c.svg', '/Ä?x=%2F', '//a'),
        (s, name, big, dot, p, path) => {
          const url = `${s}//${big ? name.toUpperCase() : name}${dot ? '.' : ''}${p}${path}`
          const read = readMediaAddress(url)
          expect(read).toMatchObject({ type: 'allowed', host: name })
          if (read.type === 'allowed')
            expect(new URL(`https://${read.host}${read.target}`).href).toBe(
              new URL(`https://${name}${path}`).href,
            )
        },
      ),
    )
  })

  it.each([
    ['https://evil.example/a.svg', 'https://evil.example'],
    ['https://images.segmind.com@evil.example/a.svg', 'https://images.segmind.com@evil.example'],
    ['https://me@images.segmind.com/a.svg', 'https://me@images.segmind.com'],
    ['https://me:pw@images.segmind.com/a.svg', 'https://me:pw@images.segmind.com'],
    ['https://images.segmind.com:8443/a.svg', 'https://images.segmind.com:8443'],
    ['https://images.segmind.com:80/a.svg', 'https://images.segmind.com:80'],
    ['https://images.segmind.com..', 'https://images.segmind.com..'],
    ['https://images.segmind.com\\@evil.example/a', 'https://images.segmind.com\\@evil.example'],
    ['https://images.segmind.com.evil.example/a', 'https://images.segmind.com.evil.example'],
    ['https://pbxt.replicate.delivery/a', 'https://pbxt.replicate.delivery'],
    ['https://api.segmind.com/v1/get-user-credits', 'https://api.segmind.com'],
    ['https:///a.svg', 'https://'],
  ])('%s is foreign, and the error names its host', (url, told) => {
    expect(readMediaAddress(url)).toEqual({ type: 'foreign', host: told })
  })

  it('is never accepted if a browser would go elsewhere', () => {
    const piece = fc.constantFrom(...'images.segmind.com evil.example @ : . / \\ ? # %2e a 443'.split(' '))
    fc.assert(
      fc.property(fc.constantFrom('https://', '//'), fc.array(piece, { maxLength: 6 }), (start, pieces) => {
        const url = start + pieces.join('')
        if (readMediaAddress(url).type !== 'allowed') return
        const { hostname, port, username } = new URL(url, 'https://base.example')
        expect([hostname.replace(/\.$/, ''), port, username]).toEqual(['images.segmind.com', '', ''])
      }),
      { numRuns: 1000 },
    )
  })
})

it('the panel calls only hosts that the manifest allows', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../../manifest.json', import.meta.url), 'utf8'))
  expect(manifest.networkAccess.allowedDomains).toEqual(ALLOWED_DOMAINS)
  for (const name of MEDIA_HOSTS) expect(manifest.networkAccess.reasoning).toContain(name)
})
