import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../../src/segmind/plain-text'
import { readReason } from '../../../src/segmind/reason'

const WORDS = 'The prompt was flagged.'

describe('the reason of a refusal', () => {
  it.each([
    ['error', { error: WORDS }],
    ['error and error_description', { error: 'content_policy', error_description: WORDS }],
    ['message', { message: WORDS }],
    ['a status phrase and message', { statusCode: 400, error: 'Bad Request', message: WORDS }],
    ['detail', { detail: WORDS }],
    ['a list of details', { detail: [{ loc: ['body'], msg: WORDS, type: 'value_error' }] }],
    ['errors', { errors: [{ message: WORDS }] }],
    ['an error that is an object', { error: { code: 7, message: WORDS } }],
    ['something else that holds an error', { data: { error: WORDS } }],
    ['a FAILED output', { status: 'FAILED', error: null, output: { error: WORDS } }],
  ])('is read from %s', (_form, body) => {
    expect(readReason(body)).toBe(WORDS)
  })

  it('names the parameter', () => {
    expect(readReason({ detail: [{ loc: ['body', 'prompt'], msg: 'Field required' }] })).toBe(
      'Field required (prompt)',
    )
    expect(
      readReason({
        detail: [
          { loc: ['body', 'prompt'], msg: 'Field required' },
          { loc: ['body', 'size'], msg: 'Input should be 1024x1024' },
        ],
      }),
    ).toBe('Field required (prompt); Input should be 1024x1024 (size)')
  })

  it('is empty if there are no words, or if they are nested too deeply', () => {
    for (const error of ['', '   ', null]) expect(readReason({ error })).toBeNull()
    for (const body of [null, {}, [], 7, { a: { b: { error: WORDS } } }]) expect(readReason(body)).toBeNull()
  })

  it('is short plain text for any body', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 900 }), (value, text) => {
        for (const body of [value, { error: text }, { errors: [{ message: text }, { message: value }] }]) {
          const reason = readReason(body)
          if (reason === null) continue
          expect(reason.length).toBeLessThanOrEqual(300)
          expect(reason).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
          expect(reason.trim()).toBe(reason)
          expect(reason).not.toBe('')
        }
      }),
    )
  })
})

it('short plain text is kept, in one line', () => {
  expect(plainText('  Two\r\n\tlines\u0000 \u202eof text\u2069. ', 100)).toBe('Two lines of text.')
})
