/** Resolves in the task after the next frame: what is to be drawn now is on the screen. Uses nothing of its surroundings, so that its text can be run elsewhere. */
export const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve()
      port2.postMessage(null)
    })
  })
