import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { PluginWindow } from '../../editor/contract'
import type { Session } from '../model/session'
import { toScreen } from '../model/viewport'
import { startDrag } from './drag'
import { Panel } from './panel'

/** Distance of the window from the edges of the canvas, and heights of the surrounding bars, in px. Must match the style sheet. */
const [EDGE, TITLE_BAR, TOOLBAR] = [16, 40, 48]

/** A position on the screen, in px from the page's top left corner. */
interface Place {
  readonly x: number
  readonly y: number
}

/** Converts a position that the plugin gave in page coordinates. */
function placeOfPosition({ view }: Session, position: Place): Place {
  const { x, y } = toScreen(view.view.peek(), { ...position, width: 0, height: 0 })
  // The canvas extends to the right edge of the page and starts below the toolbar.
  return { x: innerWidth - view.size.peek().width + x, y: TOOLBAR + y }
}

/** Returns the nearest position in which the title bar is reachable. */
function keptInside({ x, y }: Place): Place {
  return {
    x: Math.min(innerWidth - 80, Math.max(0, x)),
    y: Math.min(innerHeight - TITLE_BAR, Math.max(0, y)),
  }
}

/** The plugin's floating window: a title bar for dragging, and the panel, limited to the size of the page. */
function OpenWindow({ session, opened }: { readonly session: Session; readonly opened: PluginWindow }) {
  // Initially at the right, so that the middle stays free for what the plugin draws.
  const place = useSignal<Place>(keptInside({ x: innerWidth - opened.width - EDGE, y: TOOLBAR + EDGE }))
  const asked = useRef<Place>()

  useSignalEffect(() => {
    const position = session.window.value?.options.position
    if (position === undefined || position === asked.current) return
    asked.current = position
    place.value = keptInside(placeOfPosition(session, position))
  })

  const { width, height, visible } = session.window.value ?? opened
  const { x, y } = place.value
  const title = session.title.value
  return (
    <div
      class="plugin-window card"
      role="dialog"
      aria-label={title}
      hidden={!visible}
      style={{ left: `${x}px`, top: `${y}px`, width: `${Math.min(width, innerWidth - 2 * EDGE)}px` }}
    >
      <div
        class="plugin-title-bar"
        onPointerDown={(event) => {
          if (event.target instanceof HTMLButtonElement) return
          startDrag(event, (dx, dy) => {
            place.value = keptInside({ x: x + dx, y: y + dy })
          })
        }}
      >
        <span>{title}</span>
        <button type="button" aria-label="Close plugin" onClick={session.stop}>
          ×
        </button>
      </div>
      <div style={{ height: `${Math.min(height, innerHeight - TOOLBAR - TITLE_BAR - 2 * EDGE)}px` }}>
        <Panel session={session} opened={opened} />
      </div>
    </div>
  )
}

/** The plugin's window, if it has one. Each `showUI` opens a new one. */
export function PluginWindowView({ session }: { readonly session: Session }) {
  const window = session.window.value
  return window === null ? null : <OpenWindow key={session.opening.value} session={session} opened={window} />
}
