import type { FromPanel } from './messages'
import type { PanelTheme } from './theme'

/** Settings of the outer document's script. */
export interface RelaySettings {
  /** The theme in which the panel was opened; null if it did not request theme colors. */
  readonly theme: PanelTheme | null
  readonly styles: Readonly<Record<PanelTheme, string>>
}

/**
 * Runs in the outer document: transfers messages between the panel and the window that contains the outer document.
 * Must not use anything from outside itself, because its source is embedded.
 * @param nonPlainPart The function with that name, because it cannot be imported here.
 */
export function relay(settings: RelaySettings, nonPlainPart: (value: unknown) => string | null): void {
  const frame = document.querySelector('iframe')
  const holder = window.parent
  const waiting: unknown[] = []
  let loaded = false
  let { theme } = settings

  const up = (message: FromPanel): void => holder.postMessage(message, '*')
  const down = (message: unknown): void => frame?.contentWindow?.postMessage(message, '*')
  const refuse = (text: string): void => up({ panelFault: { kind: 'message', text } })
  const whyRefused = (value: unknown, from: string): string | null => {
    const part = nonPlainPart(value)
    return part === null
      ? null
      : `Figma would not carry this message from ${from}: ${part}. Plain data, Date and Uint8Array pass, nothing else.`
  }

  const fromPanel = (data: object): void => {
    if ('panelFault' in data) {
      up({ panelFault: data.panelFault as NonNullable<FromPanel['panelFault']> })
      return
    }
    const isMessage = 'pluginMessage' in data
    const value = isMessage ? data.pluginMessage : 'pluginDrop' in data ? data.pluginDrop : undefined
    if (!isMessage && !('pluginDrop' in data)) {
      refuse('The panel posted neither a pluginMessage nor a pluginDrop: Figma ignores such a message.')
      return
    }
    const refused = whyRefused(value, 'the panel')
    if (refused !== null) refuse(refused)
    else up(isMessage ? { pluginMessage: value } : { pluginDrop: value })
  }

  const showTheme = (): void => {
    if (theme !== null && loaded) down({ figmaTheme: { theme, style: settings.styles[theme] } })
  }

  const fromHolder = (data: object): void => {
    if ('panelTheme' in data && theme !== null) {
      theme = data.panelTheme as PanelTheme
      showTheme()
    }
    if (!('pluginMessage' in data)) return
    const refused = whyRefused(data.pluginMessage, 'the plugin')
    const message = { pluginMessage: data.pluginMessage }
    if (refused !== null) refuse(refused)
    else if (loaded) down(message)
    else waiting.push(message)
  }

  addEventListener('message', (event: MessageEvent<unknown>) => {
    const { data } = event
    const isObject = typeof data === 'object' && data !== null
    if (event.source === frame?.contentWindow) {
      if (isObject) fromPanel(data)
      else refuse('The panel posted something that is not an object: Figma ignores such a message.')
    } else if (event.source === holder && isObject) fromHolder(data)
  })

  frame?.addEventListener(
    'load',
    () => {
      loaded = true
      // The theme may have changed while the document was loading.
      if (theme !== settings.theme) showTheme()
      for (const message of waiting.splice(0)) down(message)
      up({ panelState: 'loaded' })
    },
    { once: true },
  )
  up({ panelState: 'listening' })
}
