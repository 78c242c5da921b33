import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Language } from '../../../src/strings'
import { en as madeUp } from '../../support/made-up-language'

beforeEach(() => vi.resetModules())

/** The texts and names of a page, without its script. */
const textsOf = (html: string): string[] =>
  [
    ...html
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .matchAll(/(?:aria-label|title|placeholder|alt)="([^"]*)"|>([^<]+)</g),
  ].map(([, name, text]) => name ?? text ?? '')

it('no module of the panel reads a text before a language is set', async () => {
  const { setLanguage, strings: english } = await import('../../../src/strings')
  // Other files of the worker use the same modules.
  onTestFinished(() => setLanguage(english))
  const unset = new Proxy({} as Language, {
    get(_, key) {
      throw new Error(`"${String(key)}" was read too early`)
    },
  })
  setLanguage(unset)
  const { renderShells } = await import('../../../src/ui/opening/shells')
  setLanguage(madeUp)
  for (const html of Object.values(renderShells(null))) {
    const texts = textsOf(html)
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.filter((text) => /[A-Za-z]/.test(text))).toEqual([])
  }
})
