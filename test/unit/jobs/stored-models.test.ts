import { describe, expect, it } from 'vitest'
import { decodeEntry } from '../../../src/jobs/entries'
import { isSendable, modelOf, priceOf } from '../../../src/segmind/request'

const requestWith = (more: object) => {
  const request = { prompt: 'a fox', style: 'any', size: '1024x1024', ...more }
  const entry = decodeEntry('sent', JSON.stringify({ attempt: 1, at: 0, via: 'queue', request }))
  if (!entry) throw new Error('the entry was not read')
  return entry.request
}

describe('a stored request', () => {
  it('that names no model was made with the first one', () => {
    const request = requestWith({})
    expect(modelOf(request)?.id).toBe('recraft-v3-svg')
    expect(isSendable(request)).toBe(true)
  })

  it.each(['recraft-v9', 7, null, 'x'.repeat(65)])(
    'is read, but not sent again to another model, if its model is %j',
    (model) => {
      const request = requestWith({ model })
      expect(request.prompt).toBe('a fox')
      expect(modelOf(request)).toBe(null)
      expect(priceOf(request)).toBe(null)
      expect(isSendable(request)).toBe(false)
    },
  )
})
