import { CLOSE, CUBIC } from '../path/path'
import type { Area } from './boolean'

/** Maximum number of path commands that are combined at once. */
const MAX_COMMANDS = 20_000

/** Maximum number of pairs of segments whose bounding boxes overlap, and of pairs that overlap at least horizontally. */
const MAX_PAIRS = 100_000
const MAX_STEPS = 4_000_000

/** Returns whether the areas have too many segments, or too many that may cross, to be combined in reasonable time. */
export function isTooComplex(areas: readonly Area[]): boolean {
  if (areas.reduce((sum, { path }) => sum + path.commands.length, 0) > MAX_COMMANDS) return true
  const boxes = areas.flatMap(boxesOf).sort((a, b) => a.left - b.left)
  let pairs = 0
  let steps = 0
  for (const [i, box] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length; j += 1) {
      const other = boxes[j]
      if (!other || other.left > box.right) break
      steps += 1
      if (other.top <= box.bottom && other.bottom >= box.top) pairs += 1
      if (steps > MAX_STEPS || pairs > MAX_PAIRS) return true
    }
  }
  return false
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Returns the bounding box of each segment, including control points. */
function boxesOf({ path: { commands, coords } }: Area): Box[] {
  const boxes: Box[] = []
  let at = 0
  for (const command of commands) {
    if (command === CLOSE) continue
    const end = at + (command === CUBIC ? 6 : 2)
    const xs: number[] = []
    const ys: number[] = []
    for (let i = Math.max(0, at - 2); i < end; i += 2) {
      xs.push(coords[i] ?? 0)
      ys.push(coords[i + 1] ?? 0)
    }
    boxes.push({
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    })
    at = end
  }
  return boxes
}
