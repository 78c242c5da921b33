interface Toast {
  readonly text: string
  readonly isError: boolean
  /** Until the next one, or the end of the plugin. */
  readonly stays: boolean
}

/** Says things at the foot of the canvas, each in the place of the one before. */
export function createToasts(figma: Pick<PluginAPI, 'notify'>) {
  let shown: NotificationHandler | null = null
  return ({ text, isError, stays }: Toast): void => {
    shown?.cancel()
    shown = figma.notify(text, {
      error: isError,
      ...(stays && { timeout: Number.POSITIVE_INFINITY }),
    })
  }
}
