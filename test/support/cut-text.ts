import type { Panel } from './panel'

/** Returns the texts that are cut off without an ellipsis or a way to scroll to them. */
export const cutTexts = (panel: Panel): Promise<string[]> =>
  panel.locator('body').evaluate((body) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const cut = new Set<string>()
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const holder = node.parentElement
      const text = node.textContent?.trim() ?? ''
      // A tooltip is positioned when it appears, not when the text size changes.
      if (!text || !holder?.checkVisibility({ visibilityProperty: true }) || holder.closest('.tooltip'))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      for (let box: HTMLElement | null = holder; box; box = box.parentElement) {
        const { overflowX, overflowY, textOverflow, webkitLineClamp, clipPath } = getComputedStyle(box)
        if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || clipPath !== 'none') break
        if (overflowX === 'auto' || overflowY === 'auto') break
        if (overflowY === 'visible' && box.tagName !== 'BUTTON') continue
        const edge = box.getBoundingClientRect()
        const isIn =
          left >= edge.left - 1 && right <= edge.right + 1 && top >= edge.top - 2 && bottom <= edge.bottom + 2
        if (!isIn) cut.add(`${text} in ${box.tagName}.${box.className}`)
      }
    }
    return [...cut]
  })
