import type { Loss } from '../../protocol/clean-up'

/** Blend modes that SVG lacks. */
const OWN_BLEND_MODES = new Set(['LINEAR_BURN', 'LINEAR_DODGE'])

const OWN_GRADIENTS = new Set(['GRADIENT_ANGULAR', 'GRADIENT_DIAMOND'])

/**
 * Returns the properties of a layer, without its descendants, that SVG cannot express. `root`: the selected layer, whose replacement can
 * keep some of them.
 */
export function lossesOf(layer: SceneNode, root: SceneNode): Loss[] {
  const isRoot = layer.id === root.id
  const paints = [...paintsIn(layer, 'fills'), ...paintsIn(layer, 'strokes')]
  const facts: Readonly<Record<Loss, boolean>> = {
    effects: 'effects' in layer && layer.effects.some(({ visible }) => visible),
    texts: layer.type === 'TEXT',
    instances: layer.type === 'INSTANCE',
    autoLayouts: 'layoutMode' in layer && layer.layoutMode !== 'NONE',
    reactions: 'reactions' in layer && layer.reactions.length > 0,
    hidden: !isRoot && !layer.visible,
    gradients: paints.some(({ type }) => OWN_GRADIENTS.has(type)),
    videos: paints.some(({ type }) => type === 'VIDEO'),
    blendModes:
      (!isRoot && 'blendMode' in layer && OWN_BLEND_MODES.has(layer.blendMode)) ||
      paints.some(({ blendMode }) => blendMode !== undefined && OWN_BLEND_MODES.has(blendMode)),
  }
  return (Object.keys(facts) as Loss[]).filter((loss) => facts[loss])
}

function paintsIn(layer: SceneNode, field: 'fills' | 'strokes'): readonly Paint[] {
  const paints = field in layer ? (layer as GeometryMixin)[field] : []
  return Array.isArray(paints) ? paints.filter(({ visible }) => visible !== false) : []
}
