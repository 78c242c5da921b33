import { describe } from '../../protocol/channel'
import type { BindingReason } from '../../protocol/colors'

/** The requested replacement of a color: a variable or style by its id, or a plain color. */
export type Wanted =
  | { readonly kind: 'variable' | 'style'; readonly id: string }
  | { readonly kind: 'hex'; readonly hex: string }

/** The loaded replacement of a color, or why there is none. */
export type Target =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'style'; readonly id: string; readonly opacity: number }
  | { readonly kind: 'hex'; readonly hex: string }
  | { readonly kind: 'none'; readonly reason: BindingReason }

/** Whether the editor has color variables and styles. FigJam's typings include them, but calling them throws. */
export const hasColors = (figma: PluginAPI): boolean => figma.editorType !== 'figjam'

/** Loads a variable or style. Never rejects: one that was removed, or is no longer published, resolves to a reason. */
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

/** Returns the paint of a style that consists of one solid color; null for any other. */
export function solidOf(style: BaseStyle | null): SolidPaint | null {
  if (style?.type !== 'PAINT') return null
  const [paint, ...more] = style.paints
  return paint?.type === 'SOLID' && paint.visible !== false && more.length === 0 ? paint : null
}
