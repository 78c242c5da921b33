import type { Panel } from './panel'

/** Everything in the panel that reports an error or a warning. */
const NOTICES = [
  '.notice-title',
  '.notice-text',
  '.problem',
  '.space-note',
  '.prompt-count.over > :first-child',
  '.fatal > h2',
  '.fatal > p',
]

/** Live regions, which screen readers announce. */
const LIVE = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]'

interface Heard {
  readonly heard: Set<string>
}

/** Records the content of live regions from now on, including content that is soon replaced. */
export const recordAnnouncements = (panel: Panel): Promise<void> =>
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

/** Returns everything that was in live regions since `listen`, as one text. */
export const announcedText = (panel: Panel): Promise<string> =>
  panel.locator('html').evaluate(() => [...(window as unknown as Heard).heard].join('\n'))

/** Returns the texts of visible notices that were not in a live region. */
export const unannouncedNotices = (panel: Panel): Promise<string[]> =>
  panel.locator('html').evaluate((root, selector) => {
    const heard = [...(window as unknown as Heard).heard]
    return [...root.querySelectorAll<HTMLElement>(selector)]
      .filter((notice) => notice.checkVisibility())
      .map((notice) => (notice.firstChild?.textContent ?? '').trim())
      .filter((text) => text && !heard.some((said) => said.includes(text)))
  }, NOTICES.join())
