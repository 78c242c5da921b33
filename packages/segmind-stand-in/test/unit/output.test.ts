import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OutputForm, OutputPlace } from '../../src'
import { type Answer, closeHarnesses, openHarness } from './harness'

afterEach(closeHarnesses)

/** With a letter outside Latin-1, so that a wrong encoding is noticed. */
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><title>füchslein 狐</title></svg>'
const BASE64 = Buffer.from(SVG).toString('base64')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-output-'))
  writeFileSync(join(folder, 'any.svg'), SVG)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Returns both versions' responses in a form, with the names of the media files replaced by `ID`. */
async function answersIn(form: OutputForm | undefined, place?: OutputPlace) {
  const { accepted, direct, call, standIn } = await openHarness({ samples: folder, durationMs: 0 })
  standIn.setOutput(form, place)
  const queued = await call(`/v2/requests/${await accepted()}`)
  const synchronous = await direct()
  const readable = ({ status, headers, text }: Answer) => {
    const type = headers.get('content-type')
    const body = text.replaceAll(/[0-9a-f-]{36}\.svg/g, 'ID.svg')
    return { status, type, body: type === 'application/json' ? (JSON.parse(body) as unknown) : body }
  }
  return { v2: readable(queued), v1: readable(synchronous), call, jobs: standIn.jobs }
}

const address = 'https://images.segmind.com/ID.svg'
const image = {
  url: address,
  content_type: 'image/svg+xml',
  file_name: 'ID.svg',
  file_size: Buffer.byteLength(SVG),
}

describe('the format of a result', () => {
  it.each<[OutputForm, Record<string, unknown>]>([
    ['url', { output: address }],
    ['text', { output: SVG }],
    ['json-text', { output: JSON.stringify({ url: address }) }],
    ['list', { output: [address] }],
    ['images', { output: null, images: [image] }],
    ['base64', { output: BASE64 }],
    ['data-uri', { output: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(SVG)}` }],
    ['data-uri-base64', { output: `data:image/svg+xml;base64,${BASE64}` }],
    ['passed-on-url', { output: 'https://replicate.delivery/ID.svg' }],
    ['foreign-url', { output: 'https://files.example.com/ID.svg' }],
  ])('%s, in both versions', async (form, fields) => {
    const { v1, v2 } = await answersIn(form)
    const metrics = expect.objectContaining({ cost: 0.1 })
    expect(v2).toEqual({
      status: 200,
      type: 'application/json',
      body: { status: 'COMPLETED', metrics, ...fields },
    })
    expect(v1).toEqual({ status: 200, type: 'application/json', body: fields })
  })

  it('raw, in both versions', async () => {
    const { v1, v2 } = await answersIn('raw')
    expect(v2).toEqual({ status: 200, type: 'image/svg+xml', body: SVG })
    expect(v1).toEqual(v2)
  })

  it('is an address in v2 and raw in v1 by default', async () => {
    const { v1, v2 } = await answersIn(undefined)
    expect(v2.body).toMatchObject({ output: address })
    expect(v1.type).toBe('image/svg+xml')
  })

  it('can be the whole body, as JSON or as text', async () => {
    const json = await answersIn('base64', 'json-body')
    expect(json.v1).toEqual({ status: 200, type: 'application/json', body: BASE64 })
    const text = await answersIn('base64', 'text-body')
    expect(text.v1).toEqual({ status: 200, type: 'text/plain', body: BASE64 })
    expect(text.v2).toEqual(text.v1)
    const list = await answersIn('list', 'text-body')
    expect(list.v1).toEqual({ status: 200, type: 'application/json', body: [address] })
  })
})
