interface Toast {
  readonly text: string
  readonly isError: boolean
  /** Stays until the next toast or until the plugin closes. */
  readonly stays: boolean
}

/** Shows toasts on the canvas. Each replaces the previous one. */
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
