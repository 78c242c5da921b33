import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Session } from '../model/session'
import { canvasGestures } from './canvas-gestures'
import { FrameLabels, Outlines } from './outlines'
import { Picture } from './picture'
import { canvasShortcut } from './shortcuts'
import './canvas.css'

/** Distance of the ground's dots on screen, in px: between this and twice this, at any zoom. */
const dotDistance = 20

/** Keeps track of whether the space bar is held while the canvas, or nothing, has the focus. */
function listenForSpace(canvas: HTMLElement, held: { current: boolean }): () => void {
  const change = (down: boolean) => (event: KeyboardEvent) => {
    if (event.key !== ' ') return
    const ours = event.target === canvas || event.target === document.body
    if (down && !ours) return
    if (ours) event.preventDefault()
    held.current = down
    canvas.classList.toggle('pannable', down)
  }
  const onDown = change(true)
  const onUp = change(false)
  addEventListener('keydown', onDown)
  addEventListener('keyup', onUp)
  return () => {
    removeEventListener('keydown', onDown)
    removeEventListener('keyup', onUp)
  }
}

/** The dotted ground, which moves and scales with the page. */
function Ground({ session }: { readonly session: Session }) {
  const { x, y, zoom } = session.view.view.value
  // Powers of two of the page's own grid, so that dots come and go in place while zooming.
  const step = dotDistance * 2 ** Math.ceil(Math.log2(1 / zoom))
  const distance = step * zoom
  return (
    <div
      class="ground"
      style={{
        backgroundSize: `${distance}px ${distance}px`,
        backgroundPosition: `${(-x * zoom) % distance}px ${(-y * zoom) % distance}px`,
      }}
    />
  )
}

/** The canvas: the page's picture with what is selected on it, to be panned and zoomed. */
export function Canvas({ session }: { readonly session: Session }) {
  const canvas = useRef<HTMLElement>(null)
  const spaceHeld = useRef(false)
  const gestures = useRef<ReturnType<typeof canvasGestures> | null>(null)

  useLayoutEffect(() => {
    const element = canvas.current
    if (element === null) return
    const made = canvasGestures(session, element, () => spaceHeld.current)
    gestures.current = made
    const measure = (): void =>
      session.view.resize({ width: element.clientWidth || 1, height: element.clientHeight || 1 })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    // By hand: a listener given as a property is passive and could not keep the page itself from scrolling.
    element.addEventListener('wheel', made.wheel, { passive: false })
    return () => {
      observer.disconnect()
      element.removeEventListener('wheel', made.wheel)
    }
  }, [session])

  useEffect(() => (canvas.current === null ? undefined : listenForSpace(canvas.current, spaceHeld)), [])

  return (
    <section
      ref={canvas}
      class="canvas"
      aria-label="Canvas"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is panned, zoomed and selected on by keyboard.
      tabIndex={0}
      onPointerDown={(event) => gestures.current?.pointerDown(event)}
      onPointerMove={(event) => gestures.current?.pointerMove(event)}
      onPointerLeave={() => {
        session.hovered.value = null
      }}
      onDblClick={(event) => gestures.current?.doubleClick(event)}
      onKeyDown={(event) => {
        if (canvasShortcut(session, event)) event.preventDefault()
      }}
    >
      <Ground session={session} />
      <Picture session={session} />
      <FrameLabels session={session} />
      <Outlines session={session} />
    </section>
  )
}
