/** Elements without a picture of their own: skipping them loses nothing visible. They are read where another element refers to them. */
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

/** Whether an element draws nothing. Those of other namespaces are metadata of an editor. */
export const isInvisible = (name: string): boolean => INVISIBLE.has(name) || isForeign(name)

const ANIMATION = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'discard', 'set'])

/** Elements that are left out under their own names. */
const KNOWN = new Set(['text', 'image', 'foreignObject', 'script', 'video', 'audio', 'iframe', 'canvas'])

/** The kind by which an element that cannot be drawn is counted. Few, whatever names a file makes up. */
export function kindOf(name: string): string {
  if (ANIMATION.has(name)) return 'animation'
  return KNOWN.has(name) ? name : 'unknown'
}

/**
 * Whether an element's conditional attributes let it be drawn by this reader: one without extensions, for English. As in
 * browsers, `requiredFeatures` always holds.
 */
export const isOffered = ({
  requiredExtensions,
  systemLanguage,
}: Readonly<Record<string, string>>): boolean =>
  requiredExtensions === undefined &&
  (systemLanguage === undefined ||
    systemLanguage.split(',').some((language) => /^en(?:-|$)/i.test(language.trim())))

/** Whether an element is of another namespace than SVG's: browsers draw neither it nor what is in it. */
export const isForeign = (name: string): boolean => name.includes(':')
