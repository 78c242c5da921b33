/** Elements that draw nothing themselves. Those that others refer to are read there. */
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

/** Whether an element draws nothing. Elements of other namespaces are editor metadata. */
export const isInvisible = (name: string): boolean => INVISIBLE.has(name) || isForeign(name)

const ANIMATION = new Set(['animate', 'animateColor', 'animateMotion', 'animateTransform', 'discard', 'set'])

/** Elements that are counted as left out by their own names. */
const KNOWN = new Set(['text', 'image', 'foreignObject', 'script', 'video', 'audio', 'iframe', 'canvas'])

/** Returns the kind under which an element that cannot be drawn is counted: a small fixed set, whatever names a file uses. */
export function kindOf(name: string): string {
  if (ANIMATION.has(name)) return 'animation'
  return KNOWN.has(name) ? name : 'unknown'
}

/**
 * Whether an element's conditional processing attributes allow it to be drawn, without extensions and for English. As in
 * browsers, `requiredFeatures` is ignored.
 */
export const passesConditions = ({
  requiredExtensions,
  systemLanguage,
}: Readonly<Record<string, string>>): boolean =>
  requiredExtensions === undefined &&
  (systemLanguage === undefined ||
    systemLanguage.split(',').some((language) => /^en(?:-|$)/i.test(language.trim())))

/** Whether an element is in another namespace than SVG's: browsers draw neither the element nor its children. */
export const isForeign = (name: string): boolean => name.includes(':')
