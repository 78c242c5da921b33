const PATHS = {
  star: 'm8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5 6.3 6z',
  details: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-7v4m0-6.2v.4',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2m2.5 0-.6 9H4.6l-.6-9m2.5 2.5v4m3-4v4',
  back: 'M9.5 4 5.5 8l4 4',
}

interface IconProps {
  readonly name: keyof typeof PATHS
  readonly filled?: boolean
}

/** A sign of 16 px in the colour of its text. Its button says in words what it does. */
export function Icon({ name, filled = false }: IconProps) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} {...(filled && { fill: 'currentColor' })} />
    </svg>
  )
}
