import { WINDOW, type WindowSize } from '../../protocol/contract'
import { followPointer } from './follow-pointer'

/** The corner that resizes the window. Pointer only: the panel is usable at every size, so there is no need for keys. */
export function ResizeHandle({ onResize }: { readonly onResize: (size: WindowSize) => void }) {
  const onPointerDown = (down: PointerEvent) => {
    const x = innerWidth - down.clientX
    const y = innerHeight - down.clientY
    followPointer(down.currentTarget as HTMLElement, down.pointerId, ({ clientX, clientY }) =>
      onResize({
        width: clamp(clientX + x, WINDOW.minWidth, WINDOW.maxWidth),
        height: clamp(clientY + y, WINDOW.minHeight, WINDOW.maxHeight),
      }),
    )
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
