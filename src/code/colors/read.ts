import { describe } from '../../protocol/channel'
import type { BrandColor, FileColors } from '../../protocol/colors'
import { RequestFailure } from '../../protocol/fault'
import type { PageColors } from './page-colors'
import { hexOf } from './paints'
import { createResolver, type Modes, type Resolved } from './resolve'
import { type Pause, slices } from './slices'
import { hasColors, solidOf } from './targets'

/** Whether variables can be created: they can in Figma Design, and it is undocumented for the other editors. */
export const canCreateVariables = (figma: PluginAPI): boolean => figma.editorType === 'figma'

export interface ReadOptions {
  readonly pause: Pause
  readonly page: PageColors
  /** The modes of the place where a picture would go now. */
  readonly modes: Modes
  /** Whether the result is no longer needed. */
  readonly isStopped: () => boolean
}

/**
 * Reads the colors of the file for the given modes: its own color variables and solid paint styles, and those from libraries
 * that the current page uses. Works in time slices. Rejects with RequestFailure (`stopped`) if it is stopped.
 */
export async function readColors(figma: PluginAPI, options: ReadOptions): Promise<FileColors> {
  const has = hasColors(figma)
  return {
    colors: has ? await colorsOf(figma, options) : [],
    hasVariables: has,
    hasStyles: has,
    canCreateVariables: canCreateVariables(figma),
  }
}

async function colorsOf(
  figma: PluginAPI,
  { pause, page, modes, isStopped }: ReadOptions,
): Promise<BrandColor[]> {
  const slice = slices(pause)
  /** Adds one color, unless it was deleted since the list was read. Then pauses if the slice is over. */
  const next = async (add: () => Promise<void>) => {
    try {
      await add()
    } catch (error) {
      console.warn(`a color was skipped: ${describe(error)}`)
    }
    if (!slice.isOver()) return
    await slice.next()
    if (isStopped()) throw new RequestFailure('stopped', 'while the colors were read')
  }
  const resolver = createResolver(figma, modes)
  const colors: BrandColor[] = []
  const known = new Set<string>()

  async function addVariable(variable: Variable): Promise<void> {
    known.add(variable.id)
    const resolved = await resolver.resolve(variable)
    const collection = await resolver.collectionOf(variable)
    if (resolved && collection) {
      const { id, name, scopes, remote } = variable
      const { name: group, modeName: mode } = collection
      const inMode = mode === undefined ? {} : { mode }
      colors.push({ kind: 'variable', id, name, group, ...inMode, ...resolved, scopes, remote })
    }
  }

  async function addStyle(style: BaseStyle): Promise<void> {
    known.add(style.id)
    const paint = solidOf(style)
    if (paint) {
      const [name = '', ...folders] = style.name.split('/').reverse()
      const group = folders.reverse().join('/')
      const { id, remote } = style
      colors.push({ kind: 'style', id, name, group, ...(await colorOf(paint)), scopes: [], remote })
    }
  }

  async function colorOf({ color, opacity = 1, boundVariables }: SolidPaint): Promise<Resolved> {
    const bound = boundVariables?.color && (await resolver.variable(boundVariables.color.id))
    const resolved = bound ? await resolver.resolve(bound) : null
    return resolved ? { ...resolved, opacity: resolved.opacity * opacity } : { hex: hexOf(color), opacity }
  }

  for (const variable of await figma.variables.getLocalVariablesAsync('COLOR'))
    await next(() => addVariable(variable))
  const localStyles = await figma.getLocalPaintStylesAsync()
  const used = await page.read(isStopped)
  for (const id of used.variables) {
    const variable = known.has(id) ? null : await resolver.variable(id)
    if (variable) await next(() => addVariable(variable))
  }
  for (const style of localStyles) await next(() => addStyle(style))
  for (const id of used.styles) {
    const style = known.has(id) ? null : await figma.getStyleByIdAsync(id).catch(() => null)
    if (style) await next(() => addStyle(style))
  }
  return colors
}
