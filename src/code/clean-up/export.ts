import { describe } from '../../protocol/channel'
import type { ExportedLayer } from '../../protocol/clean-up'
import { RequestFailure } from '../../protocol/fault'
import type { Pause } from '../colors/slices'
import { readBindings } from './bindings'

interface ExportOptions {
  readonly pause: Pause
  /** Called with the layer that is temporarily on the page. */
  readonly onLayer: (layer: SceneNode) => void
}

/** Space around what is drawn, in px. */
const MARGIN = 1

/** Distance of the export's frame from the view, in px. */
const DISTANCE = 1000

/** Smaller differences, in px, are rounding errors. */
const TOLERANCE = 0.01

const UPRIGHT: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]

/**
 * Exports a layer as SVG. Exports a copy in a frame of whole px, because Figma exports layers with their rotation and opacity, cropped to
 * what they draw. Rejects with RequestFailure (`not-exported`). The document is unchanged afterwards.
 */
export async function exportLayer(
  figma: PluginAPI,
  layer: SceneNode,
  { pause, onLayer }: ExportOptions,
): Promise<ExportedLayer> {
  const frame = figma.createFrame()
  onLayer(frame)
  try {
    frame.name = layer.name
    frame.fills = []
    frame.clipsContent = false
    const copy = layer.clone()
    onLayer(copy)
    frame.appendChild(copy)
    const clips = release(copy)
    const offset = enclose(figma, frame, copy, layer)
    await takeModes(figma, layer, frame)
    const colors = await readBindings(copy, pause)
    const svg = await frame.exportAsync({ format: 'SVG_STRING', svgOutlineText: true, svgIdAttribute: false })
    return { svg, offset, clips, ...colors }
  } catch (error) {
    throw new RequestFailure('not-exported', describe(error))
  } finally {
    if (!frame.removed) frame.remove()
  }
}

/**
 * Resets what the replacement will get from the original. Returns whether the layer clips its content; the copy then no longer does, unless
 * it has rounded corners.
 */
function release(copy: SceneNode): boolean {
  copy.visible = true
  if ('opacity' in copy) {
    copy.opacity = 1
    copy.blendMode = 'PASS_THROUGH'
  }
  if (!('clipsContent' in copy && copy.clipsContent)) return false
  const isSharp = 'cornerRadius' in copy && copy.cornerRadius === 0
  if (isSharp) copy.clipsContent = false
  return isSharp
}

/** Puts a copy into the frame without rotation, and sizes the frame to what is drawn, in whole px. Returns the copy's position in it. */
function enclose(
  figma: PluginAPI,
  frame: FrameNode,
  copy: SceneNode,
  { width, height }: SceneNode,
): ExportedLayer['offset'] {
  const layer = copy as FrameNode
  const hasSize = Math.abs(layer.width - width) < TOLERANCE && Math.abs(layer.height - height) < TOLERANCE
  // Outside of auto layout, a copy may have another size.
  if (!hasSize) layer.resize(width, height)
  layer.relativeTransform = UPRIGHT
  const bounds = layer.absoluteRenderBounds
  const origin = frame.absoluteBoundingBox
  if (!bounds || !origin) throw new Error('the layer draws nothing')
  const left = Math.floor(bounds.x - origin.x) - MARGIN
  const top = Math.floor(bounds.y - origin.y) - MARGIN
  const right = Math.ceil(bounds.x - origin.x + bounds.width) + MARGIN
  const bottom = Math.ceil(bounds.y - origin.y + bounds.height) + MARGIN
  frame.resizeWithoutConstraints(right - left, bottom - top)
  layer.relativeTransform = [
    [1, 0, -left],
    [0, 1, -top],
  ]
  frame.x = Math.floor(figma.viewport.bounds.x - DISTANCE) - (right - left)
  return { x: -left, y: -top }
}

/** Sets the layer's inherited variable modes on the frame. */
async function takeModes(figma: PluginAPI, layer: SceneNode, frame: FrameNode): Promise<void> {
  if (!('resolvedVariableModes' in layer)) return
  for (const [id, mode] of Object.entries(layer.resolvedVariableModes)) {
    const collection = await figma.variables.getVariableCollectionByIdAsync(id)
    if (collection) frame.setExplicitVariableModeForCollection(collection, mode)
  }
}
