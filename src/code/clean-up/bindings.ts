import type { ExportedLayer } from '../../protocol/clean-up'
import type { Binding } from '../../protocol/colors'
import { coloredParts, FIELDS, hexOf, paintsOf } from '../colors/paints'
import type { Pause } from '../colors/slices'
import { visitLayers } from '../colors/visit-layers'

/** The variable or style of a color in a paint; null for none. */
type Target = Binding['to'] | null

/**
 * Finds the variables and styles of the colors in a layer. A color keeps its variable or style if all visible paints with that color have
 * the same one. Otherwise it is ambiguous, because the cleaned layer only has the color.
 */
export async function readBindings(
  root: SceneNode,
  pause: Pause,
): Promise<Pick<ExportedLayer, 'bindings' | 'ambiguous'>> {
  const targets = new Map<string, Map<string, Target>>()
  const note = (color: string, target: Target) => {
    const known = targets.get(color) ?? new Map<string, Target>()
    targets.set(color, known.set(target ? `${target.kind} ${target.id}` : '', target))
  }
  const visit = (layer: SceneNode) => {
    for (const field of FIELDS) {
      const paints = paintsOf(layer, field)
      if (!paints || paints === 'mixed') continue
      const styled = layer as SceneNode & Partial<Record<string, unknown>>
      const styleId = styled[field === 'fills' ? 'fillStyleId' : 'strokeStyleId']
      const style: Target =
        typeof styleId === 'string' && styleId !== '' && paints.length === 1
          ? { kind: 'style', id: styleId }
          : null
      for (const paint of paints) {
        if (paint.visible === false) continue
        for (const part of coloredParts(paint)) {
          const id = part.boundVariables?.color?.id
          note(hexOf(part.color), style ?? (id === undefined ? null : { kind: 'variable', id }))
        }
      }
    }
  }
  await visitLayers(() => [root], visit, { pause })
  const bindings: Binding[] = []
  let ambiguous = 0
  for (const [color, known] of targets) {
    const [to, ...others] = known.values()
    if (others.length > 0) ambiguous += 1
    else if (to) bindings.push({ color, hex: color, to })
  }
  return { bindings, ambiguous }
}
