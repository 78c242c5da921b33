/**
 * Runs in the page that the sandbox opens, alone: it asks for the panel's script, `request`, and starts it once the page has been seen.
 * What stands in the page can be typed in meanwhile. Where the script does not run, it says so: `sorry`. Its text is put into
 * the page, so it uses nothing of its surroundings.
 */
export function load(request: { readonly id: string }, sorry: string): void {
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
    const answer = data?.pluginMessage
    // Any page may post to any frame: only our own parent speaks for the sandbox.
    if (source !== parent || answer?.id !== request.id) return
    removeEventListener('message', hear)
    const script = document.createElement('script')
    script.type = 'module'
    script.textContent = answer.value.source
    const start = () => script.isConnected || document.head.append(script)
    requestAnimationFrame(() => setTimeout(start))
    // A page that is not in sight is given no frames.
    setTimeout(start, 100)
  }
  addEventListener('message', hear)
  parent.postMessage({ pluginMessage: request }, '*')
}
