import { useMemo } from 'preact/hooks'
import type { Picture } from '../../protocol/contract'

interface PreviewImageProps {
  /** The SVG text that is shown. */
  readonly svg: string
  /** In px. */
  readonly width: number
  readonly height: number
  readonly alt: string
  /** What is handed over where it is dragged onto the canvas: pictures, and whose they are. */
  readonly dragged: () => readonly { readonly job: string; readonly picture: Picture }[]
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
        for (const { job, picture } of dragged()) dropOnCanvas(event, picture, job)
      }}
    />
  )
}

const isOver = ({ clientWidth, clientHeight }: Element, { clientX, clientY }: MouseEvent) =>
  clientX >= 0 && clientY >= 0 && clientX < clientWidth && clientY < clientHeight

/** Tells Figma what was let go over its canvas, and where (documentation of `pluginDrop`). */
function dropOnCanvas({ clientX, clientY }: MouseEvent, picture: Picture, job: string): void {
  const items = [{ type: 'image/svg+xml', data: picture.parts.join('') }]
  parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata: { inkwright: picture, job } } }, '*')
}
