/**
 * Runs in the page that the sandbox opens, alone: it takes the panel's script from a message, and starts it once the page has been
 * seen. What stands in the page can be typed in by then. Where the script does not run, it says so: `sorry`. Its text is
 * put into the page, so it uses nothing of its surroundings.
 */
export function load(sorry: string): void {
  const panel = document.getElementById('panel')
  document.getElementById('prompt')?.focus()
  addEventListener('error', () => {
    const view = document.getElementById('tab-panel')
    // Once it is live, the panel speaks for itself.
    if (!view || panel?.dataset.opens === undefined) return
    const note = document.createElement('p')
    note.className = 'body'
    note.setAttribute('role', 'alert')
    note.append(sorry)
    view.replaceChildren(note)
  })
  const hear = ({ data, source }: MessageEvent) => {
    const text: unknown = data?.pluginMessage?.script
    // Any page may post to any frame: only our own parent speaks for the sandbox.
    if (source !== parent || typeof text !== 'string') return
    removeEventListener('message', hear)
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = text
    const start = () => script.isConnected || document.head.append(script)
    requestAnimationFrame(() => setTimeout(start))
    // A page that is not in sight is given no frames.
    setTimeout(start, 100)
  }
  addEventListener('message', hear)
}
