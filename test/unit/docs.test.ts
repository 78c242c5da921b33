import { describe, expect, it } from 'vitest'
import { CATALOG } from '../../docs/catalog'
import { PAGES, readPage } from '../../docs/generate'
import { errorRule } from '../../src/jobs/error-kinds'
import { DEFAULT_MODEL } from '../../src/segmind/request'
import { strings } from '../../src/strings'

describe('the generated pages', () => {
  it.each(Object.entries(PAGES))('%s matches the code (npm run docs)', (name, text) => {
    expect(readPage(name)).toBe(text)
  })
})

describe('every error’s sentence', () => {
  const examples = Object.values(CATALOG).flat()

  it.each(examples)('$error.kind: $when', ({ error, phase }) => {
    const { title, text } = strings.errorNotice(error, phase, DEFAULT_MODEL.price)
    const { charged } = errorRule(error.kind)
    if (charged !== 'by-call') expect(error.charged).toBe(charged)
    expect(title).toMatch(/^[A-Z].*\.$/)
    expect(text).toMatch(/charge|cost|Nothing was charged/)
    expect(`${title} ${text}`).not.toMatch(/undefined|null|\[object|NaN|Error:|https?:\/\/api/)
  })
})
