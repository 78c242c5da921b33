/** Messages for a panel that does not start. */
interface Sentences {
  /** The script has not arrived yet. */
  readonly late: string
  /** The script failed. */
  readonly failed: string
}

/**
 * The script of the opening shell. Sends `request` for the panel's script and styles, and starts them after the page has been
 * painted; until then, the user can already type. The request can be lost while the surrounding frames load, so it is repeated
 * after 2, 6, 14 s and so on. After 10 s without a reply, or if the script fails, it shows a message. The function's source text is
 * put into the page, so it must not use anything outside itself.
 */
export function load(request: { readonly id: string }, sentences: Sentences): void {
  // `outdated.ts` already shows a message.
  if (document.documentElement.hasAttribute('data-outdated')) return
  const panel = document.getElementById('panel')
  /** The field to focus: the prompt, or the key if there is none. */
  const first = document.getElementById('prompt') ?? document.getElementById('api-key')
  const noteOf = (kind: string, text: string) => {
    const note = document.createElement('p')
    note.className = kind
    note.setAttribute('role', 'alert')
    note.append(text)
    return note
  }
  const late = noteOf('late', '')
  const focus = () => {
    if (document.activeElement === document.body) first?.focus({ preventScroll: true })
  }
  const focusLater = () => setTimeout(focus)
  first?.focus({ preventScroll: true })
  // WebKit focuses a frame only when the user does.
  addEventListener('focus', focusLater)

  addEventListener('error', () => {
    const view = document.getElementById('tab-panel')
    // Once it has started, the panel reports errors itself.
    if (!view || panel?.dataset.opens === undefined) return
    view.replaceChildren(noteOf('body', sentences.failed))
  })

  // Remembers a click on a tab, which the panel opens when it has started.
  addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest('[role="tab"]') : null
    if (tab && panel?.dataset.opens !== undefined) panel.dataset.clicked = tab.id
  })

  let wait = 2000
  let next: ReturnType<typeof setTimeout> | undefined
  const ask = () => {
    parent.postMessage({ pluginMessage: request }, '*')
    next = setTimeout(ask, wait)
    wait *= 2
  }
  const lateTimer = setTimeout(() => {
    document.getElementById('tab-panel')?.prepend(late)
    // Added after the element, because a live region announces only changes.
    late.append(sentences.late)
  }, 10_000)
  const onReply = ({ data, source }: MessageEvent) => {
    const answer = data?.pluginMessage
    // Any page can post to any frame, so only messages from the parent count. After a fault, the request is repeated.
    if (source !== parent || answer?.id !== request.id || !answer.value) return
    removeEventListener('message', onReply)
    clearTimeout(next)
    clearTimeout(lateTimer)
    const styles = document.createElement('style')
    styles.textContent = answer.value.styles
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = answer.value.source
    const start = () => {
      if (script.isConnected) return
      late.remove()
      removeEventListener('focus', focusLater)
      document.head.append(styles, script)
    }
    requestAnimationFrame(() => setTimeout(start))
    // A hidden page gets no animation frames.
    setTimeout(start, 100)
  }
  addEventListener('message', onReply)
  ask()
}
