type Shape = RectangleNode | TextNode

/** As imported layers have them, so that resizing the picture scales what replaces them, too. */
const CONSTRAINTS = { horizontal: 'SCALE', vertical: 'SCALE' } as const

/**
 * Replaces a layer by others, in its place among its siblings, where each gets its transform in the picture. If this throws, the
 * layer is unchanged and the others are gone.
 */
export function replaceBy(
  figma: PluginAPI,
  layer: SceneNode,
  others: readonly { readonly shape: Shape; readonly transform: Transform }[],
  opacity: number,
): void {
  const shapes = others.map(({ shape }) => shape)
  try {
    const parent = layer.parent as FrameNode | GroupNode | null
    if (!parent) throw new Error('the layer has gone')
    const index = parent.children.findIndex(({ id }) => id === layer.id)
    for (const [i, { shape, transform }] of others.entries()) {
      parent.insertChild(index + i, shape)
      shape.relativeTransform = transform
      shape.constraints = CONSTRAINTS
    }
    const [only, ...more] = shapes
    if (only && more.length === 0) only.opacity = opacity
    else if (only) {
      const group = figma.group(shapes, parent, index)
      group.name = layer.name
      group.opacity = opacity
    }
    layer.remove()
  } catch (error) {
    for (const shape of shapes) if (!shape.removed) shape.remove()
    throw error
  }
}
