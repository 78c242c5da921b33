import type { JSX } from 'preact'
import type { StyleDrawing } from '../../segmind/models'

/** The same hills under the same sun, drawn in each manner. Their colors are the picture's, so they ignore the theme. */
const DRAWINGS: Record<StyleDrawing, JSX.Element> = {
  flat: (
    <>
      <path fill="#fde7c8" d="M0 0h56v40H0z" />
      <circle cx="39" cy="14" r="7" fill="#f4794b" />
      <path fill="#7fb39b" d="M0 30 14 17l12 9 9-6 21 14v6H0z" />
      <path fill="#2f6b5e" d="M0 35c10-7 20-5 29-2s18 2 27-2v9H0z" />
    </>
  ),
  engraving: (
    <>
      <path fill="#f4efe4" d="M0 0h56v40H0z" />
      <g stroke="#2b2622" fill="none">
        <circle cx="39" cy="13" r="6.5" stroke-width=".8" />
        <path stroke-width=".7" d="M33.4 10h11.2M32.6 12h12.8M32.6 14h12.8M33.4 16h11.2M35 18h8" />
        <path
          stroke-width=".8"
          d="m0 32 14-15 12 10 9-7 21 15M3 30l4 10M7 26l7 14M11 21l12 19M15 18l14 22M20 22l12 18M25 26l10 14M30 25l10 15M34 21l13 19M39 24l12 16M45 28l8 12M50 31l6 9"
        />
      </g>
    </>
  ),
  line: (
    <>
      <path fill="#ffffff" d="M0 0h56v40H0z" />
      <g stroke="#1f1f1f" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" fill="none">
        <circle cx="39" cy="13" r="6" />
        <path d="m3 31 11-13 12 9 9-7 18 12M6 36c8-4 15-3 23-1s15 1 22-2" />
      </g>
    </>
  ),
  circuit: (
    <>
      <path fill="#10293a" d="M0 0h56v40H0z" />
      <g stroke="#55d6be" stroke-width="1.3" fill="none">
        <path d="M3 32h6l8-14h5l5 7h5l4-5h5l6 10h6M39 7v12M32 13h14M17 18v-7M27 25v11h12M9 32v5" />
        <g fill="#10293a">
          <circle cx="39" cy="13" r="5" />
          <circle cx="17" cy="9" r="2" />
          <circle cx="41" cy="36" r="2" />
          <circle cx="3" cy="32" r="1.6" />
          <circle cx="53" cy="30" r="1.6" />
        </g>
      </g>
    </>
  ),
  linocut: (
    <>
      <path fill="#f3eee6" d="M0 0h56v40H0z" />
      <path fill="#20242c" d="M0 0h56v22l-4 1-3-3-5 1-9-6-9 7-12-9L0 27z" />
      <circle cx="39" cy="11" r="6" fill="#f3eee6" />
      <path
        fill="#20242c"
        d="M0 40V32l9-7 4 3 3-4 4 5 3-2 4 4 3-4 4 3 3-5 5 4 3-2 4 3 7 3v7zM4 36l9-2-8 3zm14-1 11 1-10 1zm19 0 10-1-9 3z"
      />
      <path
        fill="#f3eee6"
        d="m5 6 10-1-9 2zm12 4 8-1-7 2zM6 14l7-1-6 2zm42 12 5 2-5-1zM22 33l8 1-8 1zM6 34l8-1-7 2zm32 2 9-2-8 3z"
      />
    </>
  ),
}

/** A small drawing in the manner of a style. */
export function Thumbnail({ drawing }: { readonly drawing: StyleDrawing }) {
  return (
    <svg class="thumbnail" viewBox="0 0 56 40" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {DRAWINGS[drawing]}
    </svg>
  )
}
