import { FAILED, type Finding } from '../../protocol/check'
import { compareImport, type ImportFact } from '../svg/compare'
import { drawSvg } from '../svg/draw-svg'
import { isRepairable } from '../svg/repair'
import { attemptNow, differs, good, importFindings } from './findings'
import { removeQuietly } from './test-page'
import { TEST_PICTURE, TEST_SVG } from './test-svg'

/**
 * Checks the import and operations on its frame, on hidden layers that are removed afterwards. Runs without a pause, so that nobody sees
 * them and there is no undo step. Never throws.
 */
export function measureImport(figma: PluginAPI, put: (layer: SceneNode) => void = () => {}): Finding[] {
  const layers: SceneNode[] = []
  const onLayer = (layer: SceneNode) => {
    layers.push(layer)
    layer.visible = false
    put(layer)
  }
  try {
    const differences = tryImport(figma, onLayer)
    const structure = new Set<ImportFact>()
    differences.forEach((_, fact) => {
      structure.add(fact)
    })
    const findings = importFindings(differences, isRepairable(structure))
    return findings.concat([
      attemptNow('drawing', () => tryDrawing(figma, onLayer)),
      attemptNow('rescale', () => tryScaling(figma, 'rescale', onLayer)),
      attemptNow('resize', () => tryScaling(figma, 'resize', onLayer)),
      attemptNow('frame-fill', () => tryFrameFill(figma, onLayer)),
    ])
  } finally {
    for (const layer of layers) removeQuietly(layer)
  }
}

function tryImport(figma: PluginAPI, onLayer: (layer: SceneNode) => void): Map<ImportFact, string> {
  try {
    const node = figma.createNodeFromSvg(TEST_SVG) as SceneNode
    onLayer(node)
    return new Map(compareImport(node, TEST_PICTURE))
  } catch {
    return new Map([['svg', FAILED]])
  }
}

/** Checks drawing shape by shape, the fallback if the import differs. */
function tryDrawing(figma: PluginAPI, onLayer: (layer: SceneNode) => void): Finding {
  const differences = compareImport(drawSvg(figma, TEST_PICTURE, onLayer), TEST_PICTURE)
  const [first] = [...differences.keys()]
  return first ? differs('drawing', `${first}: ${differences.get(first)}`) : good('drawing')
}

/** Checks that a layer in a frame, and one in a group in it, follow the frame. `rescale` also scales strokes. */
function tryScaling(
  figma: PluginAPI,
  by: 'rescale' | 'resize',
  onLayer: (layer: SceneNode) => void,
): Finding {
  const frame = figma.createFrame()
  onLayer(frame)
  frame.resizeWithoutConstraints(100, 100)
  const [first, second] = [20, 60].map((x) => {
    const box = figma.createRectangle()
    onLayer(box)
    frame.appendChild(box)
    box.x = x
    box.y = 40
    box.resize(20, 20)
    box.constraints = { horizontal: 'SCALE', vertical: 'SCALE' }
    box.strokes = box.fills as readonly Paint[]
    box.strokeWeight = 4
    return box
  }) as [RectangleNode, RectangleNode]
  figma.group([second], frame)
  if (by === 'rescale') frame.rescale(0.5)
  else frame.resize(50, 50)
  const found = [frame.width, first.x, first.width, second.x, second.width]
  const expected = [50, 10, 10, 30, 10]
  if (by === 'rescale') {
    found.push(Number(first.strokeWeight))
    expected.push(2)
  }
  const isSame = expected.every((value, i) => Math.abs(value - (found[i] ?? 0)) < 0.1)
  return isSame ? good(by) : differs(by, found.join(' '))
}

/** Checks that a frame accepts the paint of a picture's background. */
function tryFrameFill(figma: PluginAPI, onLayer: (layer: SceneNode) => void): Finding {
  const frame = figma.createFrame()
  onLayer(frame)
  frame.fills = [{ type: 'SOLID', color: { r: 0.2, g: 0.4, b: 0.6 }, opacity: 0.5 }]
  const [fill] = frame.fills
  const isSame = fill?.type === 'SOLID' && Math.abs((fill.opacity ?? 1) - 0.5) < 0.01
  return isSame ? good('frame-fill') : differs('frame-fill', fill?.type ?? 'none')
}
