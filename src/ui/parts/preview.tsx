import { useMemo } from 'preact/hooks'
import type { Dropped } from '../../protocol/contract'

interface PreviewImageProps {
  /** The SVG text that is shown. */
  readonly svg: string
  /** In px. */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** What is handed over where it is dragged onto the canvas: pictures, and whose they are. */
  readonly dragged: () => Dropped
}

/** A picture that can be dragged onto the canvas. Always an `<img>`: markup of others never becomes part of the page. */
export function PreviewImage({ svg, width, height, alt, dragged }: PreviewImageProps) {
  // Not for each letter that is typed beside a hundred of them: it takes most of a millisecond.
  const src = useMemo(() => `data:image/svg+xml,${encodeURIComponent(svg)}`, [svg])
  return (
    <img
      src={src}
      width={width}
      height={height}
      alt={alt}
      draggable
      onDragEnd={(event) => {
        // Still over the panel: it was put back.
        if (isOver(document.documentElement, event)) return
        dropOnCanvas(event, dragged())
      }}
    />
  )
}

const isOver = ({ clientWidth, clientHeight }: Element, { clientX, clientY }: MouseEvent) =>
  clientX >= 0 && clientY >= 0 && clientX < clientWidth && clientY < clientHeight

/** Tells Figma what was let go over its canvas, and where (documentation of `pluginDrop`). */
function dropOnCanvas({ clientX, clientY }: MouseEvent, inkwright: Dropped): void {
  const items = inkwright.map(({ picture }) => ({ type: 'image/svg+xml', data: picture.parts.join('') }))
  parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata: { inkwright } } }, '*')
}
