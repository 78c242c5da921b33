import type { JSX } from 'preact'
import type { StyleDrawing } from '../../segmind/models'

/** The same sailboat, drawn in each style. */
const DRAWINGS: Record<StyleDrawing, JSX.Element> = {
  flat: (
    <>
      <path d="M16 3v19.5" stroke-linecap="round" />
      <path d="M17.5 5.5 26 19.5h-8.5z" fill="currentColor" stroke="none" />
      <path d="M14.5 8.5 7 19h7.5z" />
      <path d="M4.5 22.5h23l-3.5 6H8z" fill="currentColor" fill-opacity=".3" />
    </>
  ),
  engraving: (
    <>
      <g stroke-width=".7">
        <path d="M16 2.5v19M17.5 5 26.5 19.5h-9zM14.5 7.5 6 19.5h8.5zM4.5 22h23.5l-3.8 5.5H8.5z" />
        <path d="M17.5 8h1.9m-1.9 1.6h2.9m-2.9 1.6h3.9m-3.9 1.6h4.9m-4.9 1.6h5.9m-5.9 1.6h6.9m-6.9 1.6h7.9M12.7 11.2h1.8m-3 1.6h3m-3 1.6h3m-3.6 1.6h3.6m-4.2 1.6h4.2M6 23.4h20.5M7 24.8h18.5M11 26.2h13.5" />
        <path d="M2.5 29.8c1.7-1.1 3.3-1.1 5 0s3.3 1.1 5 0 3.3-1.1 5 0 3.3 1.1 5 0 3.3-1.1 5 0" />
      </g>
    </>
  ),
  line: (
    <>
      <path
        d="M16.5 22.5V4c5.5 4 8.5 9 9 15.5h-9M13.5 8.5c-.5 4.5-3 8.5-7 11h7zM4.5 22.5h23c-.8 3.5-2.5 6-5 6H10c-2.8 0-4.8-2.3-5.5-6z"
        stroke-width="1.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </>
  ),
  circuit: (
    <>
      <path d="M16 5.5v17M13.5 9.5 7 16v3.5h6.5zM18.5 7.5 25 14v5.5h-6.5zM4.5 22.5h23L22 28H10zM21.8 15.5v4M17 25.3h4.5M13 25.3h2" />
      <g fill="var(--thumb)">
        <circle cx="16" cy="4" r="1.7" />
        <circle cx="21.8" cy="14" r="1.5" />
        <circle cx="16" cy="25.3" r="1.3" />
        <circle cx="10.7" cy="16.5" r="1.2" />
      </g>
    </>
  ),
  linocut: (
    <>
      <path d="m2.3 3.2 27.2-.7.3 26.8-27.2.3z" fill="currentColor" stroke="none" />
      <g fill="var(--thumb)" stroke="none">
        <path d="m17.2 5.5 9 14.2-9-.2zM14.8 8.5 7 19.7l7.8-.2zM5 21.7l22.3-.4-3.8 5.2-14.5.2z" />
      </g>
      <path
        stroke="var(--thumb)"
        stroke-width=".9"
        stroke-linecap="round"
        d="M16 4.5v15.5M4.5 6.5h4.5M5 9h3m15.5-2.5h4M24.5 9h3M26 11.5h1.7M4.5 28h4.5m2 .2h7m2-.2h7.5"
      />
      <path
        stroke="currentColor"
        stroke-width=".8"
        stroke-linecap="round"
        d="m19 12 2.5 3.5m-2.7-.3 2 3M12.5 15.5l-1.5 2.7M10.5 24h4m2 0h6"
      />
    </>
  ),
}

/** A small drawing in a style, in the color of the surrounding text. */
export function Thumbnail({ drawing }: { readonly drawing: StyleDrawing }) {
  return (
    <svg class="thumbnail" viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
      {DRAWINGS[drawing]}
    </svg>
  )
}
