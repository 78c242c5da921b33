type Shape = RectangleNode | TextNode

/** Like those of imported layers, so that replacements scale with the picture, too. */
const CONSTRAINTS = { horizontal: 'SCALE', vertical: 'SCALE' } as const

/**
 * Replaces a layer with others, at the same index, each with its transform in the picture. If this throws, the layer is unchanged and the
 * others are removed.
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
