import { CONSTRAINTS } from './appearance'
import type { ImportFact } from './compare'
import { setStrokes } from './draw-svg'
import { matchGroups, matchLayers } from './match'
import type { SvgPicture } from './read-svg'

/** Facts that can be corrected on the layers. All others require drawing them again. */
const REPAIRABLE: ReadonlySet<ImportFact> = new Set<ImportFact>([
  'names',
  'group-opacity',
  'fills',
  'fill-opacity',
  'linear',
  'radial',
  'stops',
  'strokes',
  'stroke-style',
  'even-odd',
  'constraints',
])

export const isRepairable = (facts: ReadonlySet<ImportFact>): boolean => {
  let isAll = true
  for (const fact of facts) isAll = isAll && REPAIRABLE.has(fact)
  return isAll
}

const PAINT: readonly ImportFact[] = ['fills', 'fill-opacity', 'linear', 'radial', 'stops']

/** Corrects what the import is known to lose. False, without any change, if its layers do not match the picture. */
export function repair(frame: FrameNode, picture: SvgPicture, facts: ReadonlySet<ImportFact>): boolean {
  const layers = matchLayers(frame, picture)
  const groups = matchGroups(frame.children, picture.entries)
  if (!layers || !groups) return false
  for (const { layer, group } of groups) {
    if (facts.has('names')) layer.name = group.name
    if (facts.has('group-opacity')) layer.opacity = group.opacity
  }
  for (const { layer, look } of layers) {
    if (facts.has('names')) layer.name = look.name
    if (facts.has('constraints')) layer.constraints = CONSTRAINTS
    if (facts.has('even-odd') && look.windingRule === 'EVENODD') {
      const { x, y } = layer
      layer.vectorPaths = layer.vectorPaths.map(({ data }) => ({ windingRule: 'EVENODD', data }))
      // It is undocumented where new paths put the layer.
      layer.x = x
      layer.y = y
    }
    if (PAINT.some((fact) => facts.has(fact))) {
      layer.fills = look.fills
      layer.opacity = 1
    }
    if (facts.has('strokes') || facts.has('stroke-style')) setStrokes(layer, look)
  }
  return true
}
