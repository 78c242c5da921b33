import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSvg, readOutput } from '../../../src/segmind/output'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
const URL = 'https://images.segmind.com/outputs/a-1.svg'
const address = { type: 'url', url: URL }

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const base64url = (text: string) => Buffer.from(text, 'utf8').toString('base64url')
const lines = (text: string) => text.replace(/.{1,76}/g, '$&\r\n')
/** Nests a value in this many lists. */
const deep = (value: unknown, levels: number): unknown =>
  Array.from({ length: levels }).reduce((inner) => [inner], value)

describe('a picture is found', () => {
  it.each([
    ['as a media address', URL],
    ['as a media address with white space around it', `\n ${URL} \n`],
    ['as a list of addresses', [URL, 'https://images.segmind.com/b.svg']],
    ['as an address without a scheme', '//images.segmind.com/outputs/a-1.svg'],
    ['under images', { images: [{ url: URL, content_type: 'image/svg+xml', file_size: 9 }] }],
    ['under url', { url: URL }],
    ['under outputs', { outputs: [{ svg_url: URL }] }],
    ['under output_url', { status: 'COMPLETED', output_url: URL }],
    ['behind an address on a host that is not allowed', ['https://cdn.example/a.svg', URL]],
    ['in another place', { output: 'https://cdn.example/a.svg', images: [{ url: URL }] }],
    ['behind an output of null', { output: null, images: [{ url: URL }] }],
    ['behind an output that holds none', { output: { seed: 1 }, data: URL }],
    ['behind a list entry that holds none', { images: [null, {}, '', { url: URL }] }],
    ['in JSON text within JSON text', { output: JSON.stringify({ images: [{ url: URL }] }) }],
  ])('%s', (_where, body) => {
    expect(readOutput(body)).toEqual(address)
    expect(readOutput(JSON.stringify(body))).toEqual(address)
  })

  it.each([
    ['as the text itself', SVG],
    ['as JSON text', JSON.stringify(SVG)],
    ['under output', { output: SVG }],
    ['under image', { image: SVG }],
    ['as base64', base64(SVG)],
    ['as unpadded base64', base64(`${SVG} `).replace(/=+$/, ''), `${SVG} `],
    ['as URL-safe base64', base64url(`${SVG}<!--›››???~~~-->`), `${SVG}<!--›››???~~~-->`],
    ['as a data: URI in base64', `data:image/svg+xml;base64,${base64(SVG)}`],
    ['as a data: URI in percent code', `data:image/svg+xml,${encodeURIComponent(SVG)}`],
    ['as a data: URI under images', { images: [{ url: `data:image/svg+xml;base64,${base64(SVG)}` }] }],
  ])('%s', (_where, body, text = SVG) => {
    expect(readOutput(body)).toEqual({ type: 'svg', text })
  })

  it.each(['svg', 's', 'ns-1'])('with the namespace prefix %s', (prefix) => {
    const text = `<${prefix}:svg xmlns:${prefix}="http://www.w3.org/2000/svg"/>`
    expect(readOutput({ output: text })).toEqual({ type: 'svg', text })
    expect(isSvg(text)).toBe(true)
  })

  /** Any Unicode characters, without lone surrogates. */
  const texts = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xff }),
        fc.integer({ min: 0x100, max: 0xd7ff }),
        fc.integer({ min: 0xe000, max: 0xffff }),
        fc.integer({ min: 0x10000, max: 0x10ffff }),
      ),
    )
    .map((points) => String.fromCodePoint(...points))

  it('with every character of any text in it, in any encoding', () => {
    fc.assert(
      fc.property(texts, (content) => {
        const text = `<svg><text>${content}</text></svg>`
        for (const body of [
          text,
          JSON.stringify(text),
          { output: text },
          { output: JSON.stringify({ svg: text }) },
          base64(text),
          base64url(text),
          lines(base64(text)),
          { image: base64(text) },
          `data:image/svg+xml;base64,${base64(text)}`,
          `data:image/svg+xml;utf8,${encodeURIComponent(text)}`,
        ]) {
          const output = readOutput(body)
          expect(output?.type === 'svg' && output.text).toBe(text)
        }
      }),
    )
  })
})

describe('nothing is found', () => {
  it.each([
    ['an empty text', ''],
    ['words', 'Your picture is being drawn.'],
    ['a page without a drawing', '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>'],
    ['an element with a similar name', '<svgfont id="a"></svgfont>'],
    ['null', null],
    ['broken JSON', '{"output": "https://images.segmind.com'],
    ['an error message that quotes an address', { error: `see ${URL}`, detail: URL }],
    [
      'addresses that serve the queue',
      { poll_url: URL, status_url: URL, response_url: URL, status: 'COMPLETED' },
    ],
    ['an address that is not a web address', { output: 'ftp://images.segmind.com/a.svg' }],
    ['base64 that holds something else', { output: base64('this is no drawing, whatever it is') }],
    ['a PNG as a data: URI', { output: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB' }],
    ['a data: URI with broken base64', { output: 'data:image/svg+xml;base64,PHN2Zy8+%' }],
    ['a data: URI with broken percent code', { output: 'data:image/svg+xml,%3Csvg%2F%3E%' }],
  ])('in %s', (_what, body) => {
    expect(readOutput(body)).toBeNull()
  })

  it('in bytes that are not UTF-8, even if they contain an svg', () => {
    const bytes = Buffer.concat([
      Buffer.from('<svg><text>'),
      Buffer.from([0xff, 0xc0]),
      Buffer.from('</svg>'),
    ])
    expect(readOutput(bytes.toString('base64'))).toBeNull()
    expect(readOutput(`data:image/svg+xml;base64,${bytes.toString('base64')}`)).toBeNull()
  })

  it('deeper than in any known body', () => {
    expect(readOutput(deep(URL, 4))).toEqual(address)
    expect(readOutput(deep(URL, 50))).toBeNull()
    expect(readOutput(JSON.parse(`${'{"output":'.repeat(50)}"${URL}"${'}'.repeat(50)}`))).toBeNull()
  })

  it('in a hundred thousand nested brackets, complete or truncated', () => {
    expect(readOutput('['.repeat(100_000) + ']'.repeat(100_000))).toBeNull()
    expect(readOutput('['.repeat(100_000))).toBeNull()
    expect(readOutput(`${'{"output":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toBeNull()
  })

  // If it is slow, the test times out.
  it.each([
    ['letters of base64', 'A'.repeat(200_000)],
    ['white space within', `A${' '.repeat(500_000)}A`],
    ['the head of a data: URI', `data:image/svg+xml${';base64'.repeat(300_000)}`],
    ['a long list', `[${'0,'.repeat(200_000)}0]`],
  ])('in a very long text of %s, and quickly', { timeout: 10_000 }, (_what, text) => {
    expect(readOutput(text)).toBeNull()
    expect(readOutput({ output: [text] })).toBeNull()
  })
})

describe('for any body', () => {
  /** Bodies that resemble results: known field names, and texts that are almost pictures. */
  const scraps = fc.oneof(
    fc.constantFrom('http://', 'https:', '<svg', 'svg', 'data:image/svg+xml', '[]', '{"output":1}', '"', ''),
    fc.string(),
    fc.base64String(),
  )
  const { value: lookalikes } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 8, depthSize: 'small' },
      scraps,
      fc.constantFrom(null, 0, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom('output', 'svg', 'image', 'images', 'url', 'data', 'result', '__proto__', 'toString'),
        tie('value'),
        { maxKeys: 3 },
      ),
      tie('value').map((value) => JSON.stringify(value)),
    ),
  }))
  const bodies = fc.oneof(fc.jsonValue(), lookalikes)

  it('the result is a picture, and nothing throws', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const output of [readOutput(body), readOutput(JSON.stringify(body))]) {
          if (output?.type === 'svg') expect(output.text).toMatch(/<svg[\s/>]/)
          else if (output) expect(output.url).toMatch(/^https?:\/\//i)
          else expect(output).toBeNull()
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a body without anything like a picture results in null', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        fc.pre(!/http|\/\/|<svg|data:|PHN2|xzdm|c3Zn/i.test(JSON.stringify(body)))
        expect(readOutput(body)).toBeNull()
      }),
    )
  })
})
