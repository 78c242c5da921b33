import { type Appearance, appearanceOf, CONSTRAINTS } from './appearance'
import type { SvgEntry, SvgPicture } from './read-svg'

/**
 * Draws a picture shape by shape, for editors whose import fails. Returns a hidden frame on the current page. If it throws, only what was
 * passed to `onLayer` is left.
 */
export function drawSvg(
  figma: PluginAPI,
  picture: SvgPicture,
  onLayer: (layer: SceneNode) => void,
): FrameNode {
  const frame = figma.createFrame()
  onLayer(frame)
  frame.visible = false
  frame.resizeWithoutConstraints(picture.width, picture.height)
  drawEntries(figma, picture.entries, frame, picture)
  return frame
}

function drawEntries(
  figma: PluginAPI,
  entries: readonly SvgEntry[],
  frame: FrameNode,
  picture: SvgPicture,
): SceneNode[] {
  const layers: SceneNode[] = []
  for (const entry of entries) {
    if (entry.kind === 'shape') {
      const look = appearanceOf(entry, picture)
      if (look) layers.push(drawShape(figma, look, frame))
      continue
    }
    const inside = drawEntries(figma, entry.children, frame, picture)
    if (inside.length === 0) continue
    const group = figma.group(inside, frame)
    group.name = entry.name
    group.opacity = entry.opacity
    layers.push(group)
  }
  return layers
}

function drawShape(figma: PluginAPI, look: Appearance, frame: FrameNode): VectorNode {
  const vector = figma.createVector()
  try {
    frame.appendChild(vector)
    vector.name = look.name
    vector.vectorPaths = [{ windingRule: look.windingRule, data: look.data }]
    // It is undocumented where new paths put the layer.
    vector.x = look.box.x
    vector.y = look.box.y
    vector.fills = look.fills
    vector.constraints = CONSTRAINTS
    setStrokes(vector, look)
    return vector
  } catch (error) {
    vector.remove()
    throw error
  }
}

/** Sets the stroke of a shape, or removes it. */
export function setStrokes(vector: VectorNode, look: Appearance): void {
  vector.strokes = look.strokes
  if (look.strokes.length === 0) return
  vector.strokeAlign = 'CENTER'
  vector.strokeWeight = look.strokeWeight
  vector.strokeCap = look.strokeCap
  vector.strokeJoin = look.strokeJoin
  vector.strokeMiterLimit = look.strokeMiterLimit
  vector.dashPattern = look.dashPattern
}
