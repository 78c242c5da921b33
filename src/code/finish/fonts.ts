import type { FinishRun } from '../../protocol/finish'

type Wanted = Pick<FinishRun, 'families' | 'weight' | 'isItalic'>

export interface LoadedFont {
  readonly fontName: FontName
  /** The family that it substitutes; null if it is the requested one. */
  readonly instead: string | null
}

export type LoadFont = (wanted: Wanted) => Promise<LoadedFont>

/** Figma's default font, available in every file. */
const DEFAULT_FAMILY = 'Inter'

/** Generic families, and Figma's fonts of that kind. */
const GENERIC: Readonly<Record<string, readonly string[]>> = {
  'sans-serif': [DEFAULT_FAMILY],
  'system-ui': [DEFAULT_FAMILY],
  'ui-sans-serif': [DEFAULT_FAMILY],
  serif: ['Noto Serif', 'Times New Roman', 'Georgia'],
  'ui-serif': ['Noto Serif', 'Times New Roman', 'Georgia'],
  monospace: ['Roboto Mono', 'Courier New', 'Menlo'],
  'ui-monospace': ['Roboto Mono', 'Courier New', 'Menlo'],
}

/** Weights by style name without spaces. Longer names come first. */
const WEIGHTS: readonly (readonly [name: RegExp, weight: number])[] = [
  [/thin|hairline/, 100],
  [/(?:extra|ultra)light/, 200],
  [/light/, 300],
  [/medium/, 500],
  [/(?:semi|demi)(?:bold)?/, 600],
  [/(?:extra|ultra)bold/, 800],
  [/black|heavy/, 900],
  [/bold/, 700],
]

/** Returns how much a style differs from the requested one, in units of weight. */
function distance(style: string, { weight, isItalic }: Wanted): number {
  const name = style.toLowerCase().replace(/[\s-]/g, '')
  const own = WEIGHTS.find(([pattern]) => pattern.test(name))?.[1] ?? 400
  const isSlanted = /italic|oblique/.test(name)
  const isNarrowed = /cond|narrow|expand|extended|compressed|wide/.test(name)
  return Math.abs(own - weight) + (isSlanted === isItalic ? 0 : 1000) + (isNarrowed ? 2000 : 0)
}

/** Finds and loads fonts, or substitutes. Rejects if not even a substitute can be loaded. */
export function createFonts(figma: PluginAPI): LoadFont {
  let available: Promise<Map<string, FontName[]>> | null = null
  const found = new Map<string, Promise<LoadedFont>>()

  /** Returns the fonts of each family, by lowercase name. */
  async function readAvailable(): Promise<Map<string, FontName[]>> {
    const families = new Map<string, FontName[]>()
    for (const { fontName } of await figma.listAvailableFontsAsync()) {
      const family = fontName.family.toLowerCase()
      families.set(family, [...(families.get(family) ?? []), fontName])
    }
    return families
  }

  async function load(wanted: Wanted): Promise<LoadedFont> {
    available ??= readAvailable()
    const fonts = await available
    for (const family of [...wanted.families, DEFAULT_FAMILY]) {
      const names = GENERIC[family.toLowerCase()] ?? [family]
      const known = names.map((name) => fonts.get(name.toLowerCase())).find((styles) => styles)
      const [fontName] = [...(known ?? [])].sort(
        (a, b) => distance(a.style, wanted) - distance(b.style, wanted),
      )
      if (!fontName) continue
      try {
        await figma.loadFontAsync(fontName)
      } catch {
        continue
      }
      const [first] = wanted.families
      const isWanted = first === undefined || first === family
      return { fontName, instead: isWanted ? null : first }
    }
    throw new Error('no font could be loaded')
  }

  return (wanted) => {
    const key = JSON.stringify([wanted.families, wanted.weight, wanted.isItalic])
    const loading = found.get(key) ?? load(wanted)
    found.set(key, loading)
    return loading
  }
}
