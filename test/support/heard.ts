import type { FrameLocator } from 'playwright-core'

/** Everything in the panel that tells of a failure, and of what is about to become one. */
const NOTICES = [
  '.notice-title',
  '.notice-text',
  '.problem',
  '.space-note',
  '.prompt-count.over > :first-child',
  '.fatal > h2',
  '.fatal > p',
]

/** What a screen reader is told of. */
const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'

interface Heard {
  readonly heard: Set<string>
}

/** From now on, keeps whatever live regions say, also what is soon replaced. */
export const listen = (panel: FrameLocator): Promise<void> =>
  panel.locator('html').evaluate((root, live) => {
    const heard = new Set<string>()
    const note = () => {
      for (const region of root.querySelectorAll(live))
        for (const text of [region, ...region.children]) heard.add(text.textContent ?? '')
    }
    note()
    new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { heard } satisfies Heard)
  }, LIVE)

/** Everything that the live regions have said since `listen`, in one text. */
export const heard = (panel: FrameLocator): Promise<string> =>
  panel.locator('html').evaluate(() => [...(window as unknown as Heard).heard].join('\n'))

/** The texts of the notices that are seen, and were in no live region. */
export const unheard = (panel: FrameLocator): Promise<string[]> =>
  panel.locator('html').evaluate((root, selector) => {
    const heard = [...(window as unknown as Heard).heard]
    return [...root.querySelectorAll<HTMLElement>(selector)]
      .filter((notice) => notice.checkVisibility())
      .map((notice) => (notice.firstChild?.textContent ?? '').trim())
      .filter((text) => text && !heard.some((said) => said.includes(text)))
  }, NOTICES.join())
