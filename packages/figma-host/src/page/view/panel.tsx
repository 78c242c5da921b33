import { useSignalEffect } from '@preact/signals'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { PluginWindow } from '../../editor/contract'
import { type FromPanel, panelFrame } from '../../frame'
import { describeThrown, log } from '../model/log'
import { readPluginDrop } from '../model/panel-drop'
import type { Session } from '../model/session'
import { theme } from '../model/theme'
import { toPage } from '../model/viewport'

/** Returns the frame's document. If it cannot be created, returns null and logs the reason. */
function frameDocument({ plugin }: Session, { html, options }: PluginWindow): string | null {
  const { manifest, redirects } = plugin.config
  try {
    return panelFrame({
      html,
      manifest,
      // Read once: later changes are sent as messages, because a new document would lose the panel's state.
      theme: options.themeColors === true ? theme.peek() : null,
      ...(redirects === undefined ? {} : { redirects }),
    })
  } catch (error) {
    log('host', 'fault', `The panel cannot be shown: ${describeThrown(error)}`)
    return null
  }
}

/** Passes on what the panel dropped, if that was on the canvas and not on the window itself. */
function dropOnCanvas(session: Session, panel: Element, value: unknown): void {
  const drop = readPluginDrop(value)
  if (drop === null) {
    log('panel', 'fault', 'The panel posted a pluginDrop that does not have the shape Figma expects.')
    return
  }
  const { left, top } = panel.getBoundingClientRect()
  const point = { x: left + drop.client.x, y: top + drop.client.y }
  const canvas = document.elementFromPoint(point.x, point.y)?.closest('.canvas')
  if (canvas === null || canvas === undefined) return
  const origin = canvas.getBoundingClientRect()
  const { x, y } = toPage(session.view.view.peek(), { x: point.x - origin.left, y: point.y - origin.top })
  session.drop({ x, y, items: drop.items, dropMetadata: drop.dropMetadata })
}

/** The plugin's panel in its frame, connected to the session while it is mounted. */
export function Panel({ session, opened }: { readonly session: Session; readonly opened: PluginWindow }) {
  const frame = useRef<HTMLIFrameElement>(null)
  // Once: an open panel keeps its document.
  const srcdoc = useMemo(() => frameDocument(session, opened), [])

  // Before the frame can send anything: its document may be ready before the page's next frame.
  useLayoutEffect(() => {
    const listener = ({ source, data }: MessageEvent<FromPanel>): void => {
      const element = frame.current
      const target = element?.contentWindow
      if (element === null || target === undefined || target === null || source !== target) return
      if (data.panelState === 'listening')
        session.panel.attach((message) => target.postMessage(message, location.origin))
      if (data.panelState === 'loaded') session.panel.loaded()
      if (data.panelFault !== undefined)
        log('panel', 'fault', `${data.panelFault.kind}: ${data.panelFault.text}`)
      if (data.pluginDrop !== undefined) dropOnCanvas(session, element, data.pluginDrop)
      if ('pluginMessage' in data) session.receive(data.pluginMessage)
    }
    addEventListener('message', listener)
    return () => removeEventListener('message', listener)
  }, [session])

  useSignalEffect(() => session.panel.post({ panelTheme: theme.value }))

  if (srcdoc === null) return <p role="alert">This panel cannot be shown. The log says why.</p>
  return <iframe ref={frame} class="panel" title={session.title.value} srcdoc={srcdoc} />
}
