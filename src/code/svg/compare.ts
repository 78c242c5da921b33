import type { FACTS } from '../../protocol/check'
import { type Appearance, CONSTRAINTS } from './appearance'
import { appearancesOf, leavesOf, matchGroups } from './match'
import type { SvgPicture } from './read-svg'

export type ImportFact = (typeof FACTS)['import'][number]

/** The differences of an import, with the value that was found. */
export type Differences = ReadonlyMap<ImportFact, string>

/** Smaller distances, in px, are rounding errors. */
const TOLERANCE = 0.25
/** The same for colors, opacities and gradients, which are stored in single precision or bytes. */
const FINE = 0.01

const isNear = (a: number, b: number, tolerance = FINE) => Math.abs(a - b) < tolerance

/**
 * Compares an imported picture with what it should be. If the layer structure differs, appearance is not compared. No two shapes may have
 * the same box, because a changed order would go unnoticed.
 */
export function compareImport(node: SceneNode, picture: SvgPicture): Differences {
  const structure = structureOf(node, picture)
  if (structure) return new Map([structure])
  const differences = new Map<ImportFact, string>()
  const note = (fact: ImportFact, found: unknown) => {
    if (!differences.has(fact)) differences.set(fact, String(found))
  }
  const looks = appearancesOf(picture)
  for (const [i, leaf] of leavesOf(node).entries()) {
    const look = looks[i]
    if (look) compareLayer(leaf as VectorNode, look, note)
  }
  const { children } = node as FrameNode
  for (const { layer, group } of matchGroups(children, picture.entries) ?? []) {
    if (layer.name !== group.name) note('names', layer.name)
    if (!isNear(layer.opacity, group.opacity)) note('group-opacity', layer.opacity)
  }
  return differences
}

function structureOf(node: SceneNode, picture: SvgPicture): [ImportFact, string] | null {
  if (node.type !== 'FRAME') return ['frame', node.type]
  const { width, height, absoluteTransform: origin } = node
  if (!isNear(width, picture.width, TOLERANCE) || !isNear(height, picture.height, TOLERANCE))
    return ['frame-size', `${round(width)} × ${round(height)}`]
  const leaves = leavesOf(node)
  const looks = appearancesOf(picture)
  if (leaves.length !== looks.length || !leaves.every((leaf) => 'fills' in leaf))
    return ['one-layer-per-shape', String(leaves.length)]
  const isIn = (leaf: SceneNode | undefined, { box }: Appearance) => {
    if (!leaf) return false
    const { absoluteTransform: at, width, height } = leaf
    return (
      isNear(at[0][2] - origin[0][2], box.x, TOLERANCE) &&
      isNear(at[1][2] - origin[1][2], box.y, TOLERANCE) &&
      isNear(width, box.width, TOLERANCE) &&
      isNear(height, box.height, TOLERANCE)
    )
  }
  const places = looks.map((look) => leaves.findIndex((leaf) => isIn(leaf, look)))
  if (places.includes(-1)) return ['outlines', 'moved']
  if (places.some((place, i) => place !== i)) return ['order', places.join(' ')]
  return matchGroups(node.children, picture.entries) ? null : ['groups', typesOf(node.children)]
}

function compareLayer(
  layer: VectorNode,
  look: Appearance,
  note: (fact: ImportFact, found: unknown) => void,
): void {
  if (layer.name !== look.name) note('names', layer.name)
  const fills = layer.fills
  const [fill] = typeof fills === 'symbol' ? [] : fills
  const [wanted] = look.fills
  comparePaint(fill, wanted, layer.opacity, note)
  compareStroke(layer, look, note)
  const rules = layer.vectorPaths.map(({ windingRule }) => windingRule)
  if (look.windingRule === 'EVENODD' && !rules.includes('EVENODD')) note('even-odd', rules.join(' '))
  const { horizontal, vertical } = layer.constraints
  if (horizontal !== CONSTRAINTS.horizontal || vertical !== CONSTRAINTS.vertical)
    note('constraints', `${horizontal} ${vertical}`)
}

/** `layerOpacity`: an import may put a fill's opacity there, which looks the same. */
function comparePaint(
  paint: Paint | undefined,
  wanted: Paint | undefined,
  layerOpacity: number,
  note: (fact: ImportFact, found: unknown) => void,
): void {
  if (!wanted) return paint ? note('fills', paint.type) : undefined
  const fact =
    wanted.type === 'GRADIENT_LINEAR' ? 'linear' : wanted.type === 'GRADIENT_RADIAL' ? 'radial' : 'fills'
  if (paint?.type !== wanted.type) return note(fact, paint?.type ?? 'none')
  const opacity = (paint.opacity ?? 1) * layerOpacity
  if (!isNear(opacity, wanted.opacity ?? 1)) note('fill-opacity', round(opacity))
  if (paint.type === 'SOLID' && wanted.type === 'SOLID') {
    if (!isColor(paint.color, wanted.color)) note('fills', colorText(paint.color))
    return
  }
  if (!('gradientStops' in paint) || !('gradientStops' in wanted)) return
  const isLinear = paint.type === 'GRADIENT_LINEAR'
  const isSame = (isLinear ? isSameLine : isSameCircle)(paint.gradientTransform, wanted.gradientTransform)
  if (!isSame) note(fact, paint.gradientTransform.map((row) => row.map(round).join(' ')).join(' '))
  const stops = paint.gradientStops
  const hasStops =
    stops.length === wanted.gradientStops.length &&
    wanted.gradientStops.every(({ position, color }, i) => {
      const stop = stops[i]
      return (
        stop !== undefined &&
        isNear(stop.position, position) &&
        isColor(stop.color, color) &&
        isNear(stop.color.a, color.a)
      )
    })
  if (!hasStops) note('stops', stops.map(({ color }) => `${colorText(color)} ${round(color.a)}`).join(', '))
}

/** For a linear gradient, only the first row matters, because the other direction is invisible. */
const isSameLine = ([a]: Transform, [b]: Transform): boolean =>
  a.every((value, i) => isNear(value, b[i] ?? 0))

/** For a radial gradient, only the distance from its center matters, because rotating it is invisible. */
function isSameCircle(a: Transform, b: Transform): boolean {
  const one = distances(a)
  return distances(b).every((value, i) => isNear(value, one[i] ?? 0, 0.02))
}

/** Returns the squared distances from the center at several points of the layer. */
const distances = ([[a, c, e], [b, d, f]]: Transform): number[] =>
  [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [0.5, 0.5],
  ].map(([x = 0, y = 0]) => (a * x + c * y + e - 0.5) ** 2 + (b * x + d * y + f - 0.5) ** 2)

function compareStroke(
  layer: VectorNode,
  look: Appearance,
  note: (fact: ImportFact, found: unknown) => void,
): void {
  const [stroke] = layer.strokes
  const [wanted] = look.strokes
  if (!wanted) return stroke && layer.strokeWeight !== 0 ? note('strokes', stroke.type) : undefined
  const isPainted =
    stroke?.type === 'SOLID' &&
    wanted.type === 'SOLID' &&
    isColor(stroke.color, wanted.color) &&
    isNear(stroke.opacity ?? 1, wanted.opacity ?? 1)
  if (!isPainted) return note('strokes', stroke?.type ?? 'none')
  if (layer.strokeWeight !== look.strokeWeight) return note('strokes', layer.strokeWeight)
  const isStyled =
    layer.strokeCap === look.strokeCap &&
    layer.strokeJoin === look.strokeJoin &&
    layer.dashPattern.join(' ') === look.dashPattern.join(' ')
  if (!isStyled)
    note(
      'stroke-style',
      `${String(layer.strokeCap)} ${String(layer.strokeJoin)} ${layer.dashPattern.join(' ')}`,
    )
}

const isColor = (a: RGB, b: RGB) => isNear(a.r, b.r) && isNear(a.g, b.g) && isNear(a.b, b.b)

const colorText = ({ r, g, b }: RGB) => [r, g, b].map((channel) => Math.round(channel * 255)).join('/')

const typesOf = (layers: readonly SceneNode[]) => layers.map(({ type }) => type).join(' ')

const round = (value: number): number => Math.round(value * 100) / 100
