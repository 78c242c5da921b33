import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { PluginWindow } from '../../editor/contract'
import type { Session } from '../model/session'
import { startDrag } from './drag'
import { Icon } from './icons'
import { Panel } from './panel'
import {
  firstPlace,
  fittedSize,
  keptInside,
  type Place,
  placeOfPosition,
  resized,
  type Size,
} from './window-placement'
import './plugin-window.css'

/** How far an arrow key moves or resizes the window, in px. */
const keyStep = 16

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-keyStep, 0],
  ArrowRight: [keyStep, 0],
  ArrowUp: [0, -keyStep],
  ArrowDown: [0, keyStep],
}

/** Where the last window was left. The next one opens there, as in Figma. */
let lastPlace: Place | null = null

/** Calls back with a distance for each arrow key. */
function onArrows(act: (dx: number, dy: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const arrow = arrows[event.key]
    if (arrow === undefined) return
    event.preventDefault()
    act(...arrow)
  }
}

/** What the window is resized by: its right and lower edge, and the corner, which the keyboard reaches too. */
function ResizeEdges({
  title,
  resize,
}: {
  readonly title: string
  resize(from: null | Size, dx: number, dy: number): Size
}) {
  const drag = (along: 'x' | 'y' | 'both') => (event: PointerEvent) => {
    const from = resize(null, 0, 0)
    startDrag(event, {
      move: (dx, dy) => void resize(from, along === 'y' ? 0 : dx, along === 'x' ? 0 : dy),
    })
  }
  return (
    <>
      <div class="plugin-edge plugin-edge-right" onPointerDown={drag('x')} />
      <div class="plugin-edge plugin-edge-bottom" onPointerDown={drag('y')} />
      <button
        type="button"
        class="plugin-edge plugin-corner"
        aria-label={`Resize ${title} with the arrow keys`}
        onPointerDown={drag('both')}
        onKeyDown={onArrows((dx, dy) => void resize(null, dx, dy))}
      />
    </>
  )
}

/** The plugin's floating window: a title bar to drag it by, edges to resize it by, and the panel. */
function OpenWindow({ session, opened }: { readonly session: Session; readonly opened: PluginWindow }) {
  const size = useSignal<Size>(fittedSize(opened))
  const place = useSignal<Place>(keptInside(lastPlace ?? firstPlace(size.peek()), size.peek()))
  const seen = useRef<PluginWindow>(opened)

  const moveTo = (next: Place): void => {
    place.value = keptInside(next, size.peek())
    lastPlace = place.value
  }

  // What the plugin asks for holds when it asks; before and after that, what the person did.
  useSignalEffect(() => {
    const window = session.window.value
    const last = seen.current
    if (window === null) return
    seen.current = window
    if (window.width !== last.width || window.height !== last.height) size.value = fittedSize(window)
    const { position } = window.options
    if (position !== undefined && (position !== last.options.position || window === opened))
      moveTo(placeOfPosition(session, position))
  })

  useEffect(() => {
    const stayInside = (): void => moveTo(place.peek())
    addEventListener('resize', stayInside)
    return () => removeEventListener('resize', stayInside)
  })

  const resize = (from: Size | null, dx: number, dy: number): Size => {
    size.value = resized(from ?? size.peek(), dx, dy)
    return size.peek()
  }
  const move = (from: Place, dx: number, dy: number): void => moveTo({ x: from.x + dx, y: from.y + dy })
  const title = session.title.value
  const { x, y } = place.value
  const { width, height } = size.value

  return (
    <div
      class="plugin-window"
      role="dialog"
      aria-label={title}
      hidden={session.window.value?.visible === false}
      style={{ left: `${x}px`, top: `${y}px`, width: `${width}px` }}
    >
      <div
        class="plugin-title-bar"
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('.icon-button') !== null) return
          startDrag(event, { move: (dx, dy) => move({ x, y }, dx, dy) })
        }}
      >
        <button
          type="button"
          class="plugin-grip"
          aria-label={`Move ${title} with the arrow keys`}
          onKeyDown={onArrows((dx, dy) => move(place.peek(), dx, dy))}
        >
          {title}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Close plugin"
          title="Close plugin"
          onClick={session.stop}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="plugin-body" style={{ height: `${height}px` }}>
        <Panel session={session} opened={opened} />
      </div>
      <ResizeEdges title={title} resize={resize} />
    </div>
  )
}

/** The plugin's window while it has one. A new `showUI` opens a new one. */
export function PluginWindowView({ session }: { readonly session: Session }) {
  const window = session.window.value
  return window === null ? null : <OpenWindow key={session.opening.value} session={session} opened={window} />
}
