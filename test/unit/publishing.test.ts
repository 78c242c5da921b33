import { readdirSync, readFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { path } from '../../build/project'
import { ALLOWED_DOMAINS } from '../../src/segmind/hosts'
import { DEFAULT_MODEL, OFFERED } from '../../src/segmind/request'

const readText = (name: string) => readFileSync(path(name), 'utf8')
const cell = (page: string, name: string) =>
  new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(readText(page))?.[1] ?? ''

describe('the publishing kit', () => {
  const pictures = readdirSync(path('publishing')).filter((name) => name.endsWith('.png'))

  it('has an icon, a cover, and five screenshots, in the sizes that Figma requires', () => {
    const sizes = pictures.map((name) => {
      const { width, height } = PNG.sync.read(readFileSync(path(`publishing/${name}`)))
      return `${name} ${width} × ${height}`
    })
    const shots = [1, 2, 3, 4, 5].map((number) => `screenshot-${number}.png 1920 × 1080`)
    expect(sizes).toEqual(['cover.png 1920 × 1080', 'icon.png 128 × 128', ...shots])
  })

  it('has the price, account, styles, and sizes of the table of models', () => {
    const listing = readText('publishing/listing.md')
    expect(listing).toContain(`$${DEFAULT_MODEL.price.toFixed(2)}`)
    expect(listing).toContain('account at Segmind')
    expect(OFFERED).toHaveLength(1)
    expect(listing).toContain(`${DEFAULT_MODEL.sizes.length} sizes`)
    for (const { label } of DEFAULT_MODEL.styles) expect(listing.toLowerCase()).toContain(label.toLowerCase())
  })

  it('has texts that fit into the form, and no made-up support contact', () => {
    expect(cell('publishing/listing.md', 'Name')).toBe(JSON.parse(readText('manifest.json')).name)
    expect(cell('publishing/listing.md', 'Tagline').length).toBeLessThanOrEqual(100)
    expect(cell('publishing/listing.md', 'Tags').split(', ').length).toBeLessThanOrEqual(12)
    expect(cell('publishing/listing.md', 'Support contact')).toMatch(/^SUPPORT_CONTACT$|@|^https:/)
  })

  it.each(['publishing/security.md', 'publishing/listing.md', 'docs/privacy.md', 'manifest.json'])(
    '%s names exactly the hosts that the plugin may call',
    (page) => {
      const hosts = ALLOWED_DOMAINS.map((domain) => domain.replace('https://', ''))
      const named = readText(page).match(/\b(?:api|images)\.segmind\.com|\breplicate\.delivery/g)
      expect([...new Set(named)].sort()).toEqual(hosts.sort())
    },
  )
})
