/** What is said where the panel does not become live. */
interface Sentences {
  /** Its script has not come yet. */
  readonly late: string
  /** Its script does not run. */
  readonly failed: { readonly title: string; readonly text: string }
}

/**
 * Runs in the page that the sandbox opens, alone: it asks for the panel's script, `request`, and starts it once the page has been seen.
 * What stands in the page can be typed in meanwhile. A question may be lost, where whoever passes it on is not there yet, so it is asked
 * again after 2, 6, 14 s and so on; after 10 s without an answer, and where the script does not run, the page says so. Its text is
 * put into the page, so it uses nothing of its surroundings.
 */
export function load(request: { readonly id: string }, sentences: Sentences): void {
  // Another sentence stands in the page already: see `outdated.ts`.
  if (document.documentElement.hasAttribute('data-outdated')) return
  const panel = document.getElementById('panel')
  /** Where one begins: with the prompt, or with the key while there is none. */
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
    // Once it is live, the panel speaks for itself.
    if (!view || panel?.dataset.opens === undefined) return
    const note = noteOf('not-started', ` ${sentences.failed.text}`)
    note.prepend(Object.assign(document.createElement('strong'), { textContent: sentences.failed.title }))
    view.replaceChildren(note)
  })

  // A click on a tab is not lost: the panel opens that tab as soon as it is live.
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
  const tellLate = setTimeout(() => {
    document.getElementById('tab-panel')?.prepend(late)
    // A live region tells what changes in it.
    late.append(sentences.late)
  }, 10_000)
  const hear = ({ data, source }: MessageEvent) => {
    const answer = data?.pluginMessage
    // Any page may post to any frame: only our own parent speaks for the sandbox. A refusal is no script: it is asked for again.
    if (source !== parent || answer?.id !== request.id || !answer.value) return
    removeEventListener('message', hear)
    clearTimeout(next)
    clearTimeout(tellLate)
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = answer.value.source
    const start = () => {
      if (script.isConnected) return
      late.remove()
      removeEventListener('focus', focusLater)
      document.head.append(script)
    }
    requestAnimationFrame(() => setTimeout(start))
    // A page that is not in sight is given no frames.
    setTimeout(start, 100)
  }
  addEventListener('message', hear)
  ask()
}
