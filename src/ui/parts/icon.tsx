import type { JSX } from 'preact'

/** Path data on a 16 px grid; `down` and `out` on an 8 px grid. */
const ICONS = {
  ban: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.2 4.2 7.6 7.6" />
    </>
  ),
  check: <path d="M4.5 8.5 6.75 10.75 11.5 5.5" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.5" />
    </>
  ),
  close: <path d="m4.5 4.5 7 7m0-7-7 7" />,
  compare: (
    <>
      <rect x="2.5" y="3.5" width="11" height="9" rx="1" />
      <path d="M8 2v12" />
      <path fill="currentColor" stroke="none" d="M8 4h5v8H8z" opacity=".35" />
    </>
  ),
  credit: (
    <>
      <rect x="2.5" y="4.5" width="11" height="8" rx="1.5" />
      <path d="M2.5 7.5h11M5 10.5h2" />
    </>
  ),
  down: <path d="M1.5 3 4 5.5 6.5 3" />,
  eye: (
    <>
      <path d="M2 8s2-4 6-4 6 4 6 4-2 4-6 4-6-4-6-4z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  eyeOff: (
    <>
      <path d="M6.5 4.2A6.6 6.6 0 0 1 8 4c4 0 6 4 6 4a9.6 9.6 0 0 1-1.9 2.4M10.3 11.5A6 6 0 0 1 8 12c-4 0-6-4-6-4a9.8 9.8 0 0 1 2.7-2.9" />
      <path d="m3 3 10 10" />
    </>
  ),
  frame: <path d="M4.5 2v12m7-12v12M2 4.5h12m-12 7h12" />,
  full: (
    <>
      <ellipse cx="8" cy="4.5" rx="4.5" ry="2" />
      <path d="M3.5 4.5v7c0 1.1 2 2 4.5 2s4.5-.9 4.5-2v-7m-9 3.5c0 1.1 2 2 4.5 2s4.5-.9 4.5-2" />
    </>
  ),
  image: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="1.5" />
      <circle cx="6" cy="6" r="1" />
      <path d="m3 12 3.5-3.5 2 2 2-2 3 3" />
    </>
  ),
  import: <path d="M8 2.5v7m-2.5-2.5L8 9.5 10.5 7M2.5 10.5v2a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1v-2" />,
  left: <path d="M9.5 4.5 6 8l3.5 3.5" />,
  minus: <path d="M3.5 8h9" />,
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.5" cy="8" r="1" />
      <circle cx="8" cy="8" r="1" />
      <circle cx="12.5" cy="8" r="1" />
    </g>
  ),
  offline: <path d="m3 3 10 10M5 6.2A3 3 0 0 0 5 12h6.5m1.7-1.2A2.6 2.6 0 0 0 11.5 7 3.5 3.5 0 0 0 7 4.7" />,
  open: <path d="M9.5 2.5h4v4m0-4-5 5m-2 6h-4v-4m0 4 5-5" />,
  out: <path d="M2.5 1.5h4v4m0-4-5 5" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  right: <path d="M6.5 4.5 10 8l-3.5 3.5" />,
  run: (
    <>
      <path d="M13.5 8A5.5 5.5 0 1 1 10 2.9M13.5 2.5v3h-3" />
      <path d="M8 5.5V8l1.5 1" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4" />
      <path d="m10 10 3.5 3.5" />
    </>
  ),
  star: <path d="m8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5l3.8-.5z" />,
  starred: (
    <path fill="currentColor" d="m8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5l3.8-.5z" />
  ),
  to: <path d="M4 8h8M9.5 5.5 12 8l-2.5 2.5" />,
  trash: (
    <path d="M2.5 4.5h11m-7.5 0v-1a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1m-5.5 0 .5 8a1 1 0 0 0 1 1h4a1 1 0 0 0 1-1l.5-8m-5 2.5v4m2-4v4" />
  ),
} satisfies Record<string, JSX.Element>

export type IconName = keyof typeof ICONS

const SMALL: ReadonlySet<IconName> = new Set(['down', 'out'])

/** A line icon in the color of the surrounding text. Hidden from screen readers, because the control has a name. */
export function Icon({ name, class: more }: { readonly name: IconName; readonly class?: string }) {
  const side = SMALL.has(name) ? 8 : 16
  return (
    <svg
      class={['icon', side === 8 && 'small', more].filter(Boolean).join(' ')}
      viewBox={`0 0 ${side} ${side}`}
      aria-hidden="true"
    >
      {ICONS[name]}
    </svg>
  )
}
