interface PreviewProps {
  /** The prepared SVG text. */
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** A picture over a checkerboard. Always an `<img>`: markup of others never becomes part of the page. */
export function Preview({ svg, width, height, alt }: PreviewProps) {
  return (
    <div class="preview">
      <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} width={width} height={height} alt={alt} />
    </div>
  )
}
