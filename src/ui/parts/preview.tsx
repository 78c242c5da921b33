import { useMemo } from 'preact/hooks'
import type { Dropped } from '../../protocol/contract'

interface PreviewImageProps {
  /** The SVG text. */
  readonly svg: string
  /** In px. */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** The pictures and jobs that a drag onto the canvas hands over, if any. */
  readonly dragged: () => Dropped
}

/** A picture that can be dragged onto the canvas. Always an `<img>`, so that foreign markup never becomes part of the page. */
export function PreviewImage({ svg, width, height, alt, dragged }: PreviewImageProps) {
  // Memoized: encoding takes almost a millisecond, and a hundred of these may be rendered on each keystroke.
  const src = useMemo(() => `data:image/svg+xml,${encodeURIComponent(svg)}`, [svg])
  return (
    <img
      src={src}
      width={width}
      height={height}
      alt={alt}
      draggable
      onDragEnd={(event) => {
        // Dropped on the panel: the drag was cancelled.
        if (isOver(document.documentElement, event)) return
        const pictures = dragged()
        if (pictures.length > 0) dropOnCanvas(event, pictures)
      }}
    />
  )
}

const isOver = ({ clientWidth, clientHeight }: Element, { clientX, clientY }: MouseEvent) =>
  clientX >= 0 && clientY >= 0 && clientX < clientWidth && clientY < clientHeight

/** Tells Figma what was dropped on the canvas, and where (Figma's documentation of `pluginDrop`). */
function dropOnCanvas({ clientX, clientY }: MouseEvent, inkwright: Dropped): void {
  const items = inkwright.map(({ picture }) => ({ type: 'image/svg+xml', data: picture.parts.join('') }))
  parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata: { inkwright } } }, '*')
}
