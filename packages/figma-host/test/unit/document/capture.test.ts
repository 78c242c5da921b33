import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { capture } from '../../../src/browser/render-svgs'

const NO_FRAME = 'page.screenshot: Protocol error (Page.captureScreenshot): Unable to capture screenshot'

/** A page whose screenshots fail with these messages, one after the other, before one succeeds. */
function pageThatFails(...messages: string[]): Page {
  const screenshot = async () => {
    const message = messages.shift()
    if (message !== undefined) throw new Error(message)
    return Buffer.from('picture')
  }
  return { screenshot, evaluate: async () => undefined } as unknown as Page
}

describe('capture', () => {
  it('asks again where Chromium has no frame at hand', async () => {
    expect(String(await capture(pageThatFails(NO_FRAME, NO_FRAME)))).toBe('picture')
  })

  it('gives up after three times', async () => {
    await expect(capture(pageThatFails(NO_FRAME, NO_FRAME, NO_FRAME))).rejects.toThrow('Unable to capture')
  })

  it('throws every other error at once', async () => {
    await expect(capture(pageThatFails('Target closed'))).rejects.toThrow('Target closed')
  })
})
