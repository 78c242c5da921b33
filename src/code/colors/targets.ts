import { describe } from '../../protocol/channel'
import type { BindingReason } from '../../protocol/colors'

/** What a color is to become, by its id or as a plain color. */
export type Wanted =
  | { readonly kind: 'variable' | 'style'; readonly id: string }
  | { readonly kind: 'hex'; readonly hex: string }

/** What a color becomes, at hand; or why it cannot. */
export type Target =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'style'; readonly id: string; readonly opacity: number }
  | { readonly kind: 'hex'; readonly hex: string }
  | { readonly kind: 'none'; readonly reason: BindingReason }

/** The editors without variables and styles of colors: their typings have them, but calling them throws. */
export const hasColors = (figma: PluginAPI): boolean => figma.editorType !== 'figjam'

/** Finds a variable or style. Never rejects: one that was removed, or that no library offers any more, gives its reason. */
export async function findTarget(figma: PluginAPI, wanted: Wanted): Promise<Target> {
  if (wanted.kind === 'hex') return wanted
  if (!hasColors(figma)) return { kind: 'none', reason: 'unavailable' }
  try {
    return (await find(figma, wanted.kind, wanted.id)) ?? { kind: 'none', reason: 'gone' }
  } catch (error) {
    console.warn(`a ${wanted.kind} was not found: ${describe(error)}`)
    return { kind: 'none', reason: 'gone' }
  }
}

async function find(figma: PluginAPI, kind: 'variable' | 'style', id: string): Promise<Target | null> {
  if (kind === 'variable') {
    const variable = await figma.variables.getVariableByIdAsync(id)
    return variable?.resolvedType === 'COLOR' ? { kind, variable } : null
  }
  const paint = solidOf(await figma.getStyleByIdAsync(id))
  return paint && { kind, id, opacity: paint.opacity ?? 1 }
}

/** The paint of a style that is one color. */
export function solidOf(style: BaseStyle | null): SolidPaint | null {
  if (style?.type !== 'PAINT') return null
  const [paint, ...more] = style.paints
  return paint?.type === 'SOLID' && paint.visible !== false && more.length === 0 ? paint : null
}
