/** Elements without a picture of their own: passing over them loses nothing that could be seen. Whoever refers to one is asked then. */
const INVISIBLE = new Set([
  ...['defs', 'metadata', 'title', 'desc', 'style', 'recraft-signature', 'view', 'cursor', 'color-profile'],
  ...[
    'linearGradient',
    'radialGradient',
    'stop',
    'pattern',
    'clipPath',
    'mask',
    'filter',
    'marker',
    'symbol',
  ],
  ...['font', 'font-face', 'mpath'],
])

/** Whether nothing is seen of an element. Names with a prefix are an editor's notes to itself. */
export const isInvisible = (name: string): boolean => INVISIBLE.has(name) || name.includes(':')

const ANIMATION = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'discard', 'set'])

/** Elements that are left out under their own names. */
const KNOWN = new Set(['text', 'image', 'foreignObject', 'script', 'video', 'audio', 'iframe', 'canvas'])

/** The kind by which an element that cannot be drawn is counted. Few, whatever names a file makes up. */
export function kindOf(name: string): string {
  if (ANIMATION.has(name)) return 'animation'
  return KNOWN.has(name) ? name : 'unknown'
}

/** Whether a child of `switch` is one for this reader: one without extensions, in English or in no language. */
export const isOffered = ({
  requiredExtensions,
  systemLanguage,
}: Readonly<Record<string, string>>): boolean =>
  requiredExtensions === undefined && (systemLanguage === undefined || /\ben\b/i.test(systemLanguage))
