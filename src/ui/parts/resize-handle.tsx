import { WINDOW, type WindowSize } from '../../protocol/contract'

/** The corner that resizes the window. For the pointer only: everything fits at every size, so nobody depends on it. */
export function ResizeHandle({ onResize }: { readonly onResize: (size: WindowSize) => void }) {
  const onPointerDown = (down: PointerEvent) => {
    const handle = down.currentTarget as HTMLElement
    const grip = { x: innerWidth - down.clientX, y: innerHeight - down.clientY }
    handle.setPointerCapture(down.pointerId)
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      onResize({
        width: clamp(clientX + grip.x, WINDOW.minWidth, WINDOW.maxWidth),
        height: clamp(clientY + grip.y, WINDOW.minHeight, WINDOW.maxHeight),
      })
    }
    const onUp = () => {
      handle.removeEventListener('pointermove', onMove)
      handle.removeEventListener('lostpointercapture', onUp)
    }
    handle.addEventListener('pointermove', onMove)
    handle.addEventListener('lostpointercapture', onUp)
  }
  return (
    <div class="resize-handle" aria-hidden="true" onPointerDown={onPointerDown}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
        <path d="M9 1 1 9M9 5 5 9" stroke="currentColor" fill="none" />
      </svg>
    </div>
  )
}

const clamp = (value: number, least: number, most: number) =>
  Math.round(Math.min(most, Math.max(least, value)))
