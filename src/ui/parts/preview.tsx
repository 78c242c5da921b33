import { useMemo } from 'preact/hooks'
import type { Dropped, Picture } from '../../protocol/contract'

interface PreviewProps {
  /** The prepared SVG text. */
  readonly svg: string
  /** What is to be seen instead of it. */
  readonly shown?: string
  readonly width: number
  readonly height: number
  readonly alt: string
  /** The picture as it is handed over where it is dragged onto the canvas, and whose it is. */
  readonly picture: () => Picture
  readonly job: string
}

/** A picture over a checkerboard. */
export const Preview = (props: PreviewProps) => (
  <div class="preview">
    <PreviewImage {...props} />
  </div>
)

/** A picture that can be dragged onto the canvas. Always an `<img>`: markup of others never becomes part of the page. */
export function PreviewImage({ svg, shown = svg, width, height, alt, picture, job }: PreviewProps) {
  // Not for each letter that is typed beside a hundred of them: it takes most of a millisecond.
  const src = useMemo(() => `data:image/svg+xml,${encodeURIComponent(shown)}`, [shown])
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
        dropOnCanvas(event, svg, { inkwright: [{ job, picture: picture() }] })
      }}
    />
  )
}

const isOver = ({ clientWidth, clientHeight }: Element, { clientX, clientY }: MouseEvent) =>
  clientX >= 0 && clientY >= 0 && clientX < clientWidth && clientY < clientHeight

/** Tells Figma what was let go over its canvas, and where (documentation of `pluginDrop`). */
function dropOnCanvas(
  { clientX, clientY }: MouseEvent,
  svg: string,
  dropMetadata: { inkwright: Dropped },
): void {
  const items = [{ type: 'image/svg+xml', data: svg }]
  parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata } }, '*')
}
