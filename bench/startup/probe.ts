import { painted } from '../painted'

/**
 * Returns a script for the head of a page that posts the time, in ms since 1970, when the field has become usable: it exists,
 * has accepted a letter, and the frame that shows it has been painted.
 */
export const probe = (selector: string): string => `<script>{
  const observer = new MutationObserver(() => {
    const field = document.querySelector(${JSON.stringify(selector)})
    if (!field || field.disabled) return
    observer.disconnect()
    field.focus()
    field.value = 'a'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a', inputType: 'insertText' }))
    const painted = ${painted}
    painted().then(() => {
      const usableAt = field.value === 'a' && performance.timeOrigin + performance.now()
      parent.postMessage({ pluginMessage: { usableAt } }, '*')
    })
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
}</script>`
