import type { Order } from './order'
import { PaintHeap } from './paint-heap'

/** Indices of shapes with the same paint that are painted one after another. */
export type Run = number[]

/**
 * Sorts the shapes into few runs, consistent with the partial order. `paints`: a number from 0 for each shape, the same for
 * all shapes of a run. Every shape is in one run; runs are in paint order, and shapes within a run in ascending order.
 *
 * Finding the minimum is NP-hard (shortest common supersequence is a special case). This is greedy list scheduling by
 * critical path: a run takes all shapes of its paint that are ready, and the next paint is the one with the longest chain of
 * paint changes after it. Then runs are merged: a sweep in the opposite direction, in the order of the existing runs, moves
 * as many shapes as possible into each run, so the number of runs never grows. Both are done from the back and from the
 * front, and the shorter result is kept. Finally, runs are displaced at random and swept again, and the result is kept if it
 * has no more runs. The random sequence is fixed, so the result is deterministic.
 */
export function schedule(order: Order, paints: Int32Array): Run[] {
  const forward = new Network(order, paints, false)
  const backward = new Network(order, paints, true)
  const fromBack = settle(forward, backward)
  const fromFront = reversed(settle(backward, forward))
  const { count, runOf } = shuffle(
    fromBack.count <= fromFront.count ? fromBack : fromFront,
    forward,
    backward,
  )
  const runs = Array.from({ length: count }, (): Run => [])
  for (const [shape, run] of runOf.entries()) runs[run]?.push(shape)
  return runs
}

/** Removes hidden shapes, and runs that only consist of them. */
export const withoutHidden = (runs: readonly Run[], hidden: readonly boolean[]): Run[] =>
  runs.map((run) => run.filter((shape) => !hidden[shape])).filter(({ length }) => length > 0)

/** The number of runs, and for each shape the number of its run. */
interface Runs {
  readonly count: number
  readonly runOf: Int32Array
}

const reversed = ({ count, runOf }: Runs): Runs => ({ count, runOf: runOf.map((run) => count - 1 - run) })

/** Removes about a tenth of the layers of real pictures; ten times as many rounds would remove another twentieth. */
const MAX_ROUNDS = 100

/** The search ends after this many rounds without fewer runs. */
const MAX_FUTILE_ROUNDS = 50

/** Nodes and edges that all rounds together may visit in one direction. */
const MAX_VISITS = 1_000_000

/** The largest number of positions by which a run is displaced. */
const MAX_DISPLACEMENT = 3

/** Searches for fewer runs by displacing runs at random. */
function shuffle(settled: Runs, forward: Network, backward: Network): Runs {
  const rounds = Math.min(MAX_ROUNDS, Math.floor(MAX_VISITS / forward.size))
  const least = forward.minimumRuns()
  const random = randomNumbers()
  let best = settled
  let futile = 0
  for (let round = 0; round < rounds && best.count > least && futile < MAX_FUTILE_ROUNDS; round += 1) {
    const moved = positions(best, backward, () => (2 * random() - 1) * MAX_DISPLACEMENT)
    const again = forward.sweep(positions(backward.sweep(moved), forward))
    // Accepting an equally long schedule lets the search get from there to shorter ones.
    futile = again.count < best.count ? 0 : futile + 1
    if (again.count <= best.count) best = again
  }
  return best
}

/** Returns a generator of numbers from 0 to 1 with a fixed seed (mulberry32). */
function randomNumbers(): () => number {
  let state = 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Sweeps in both directions until the number of runs stops falling. The result is in the direction of `forward`. */
function settle(forward: Network, backward: Network): Runs {
  let best = forward.sweep(forward.heights())
  for (;;) {
    const returned = backward.sweep(positions(best, backward))
    const again = forward.sweep(positions(returned, forward))
    if (again.count >= best.count) return best
    best = again
  }
}

/** Returns for each shape the position of its run; `offset` is called once for each run. */
function positions({ count, runOf }: Runs, { nodes }: Network, offset = (): number => 0): Float64Array {
  const ofRuns = new Float64Array(count)
  for (let run = 0; run < count; run += 1) ofRuns[run] = run + offset()
  const ofShapes = new Float64Array(nodes)
  for (let shape = 0; shape < runOf.length; shape += 1) ofShapes[shape] = ofRuns[runOf[shape] ?? 0] ?? 0
  return ofShapes
}

/** The partial order in one direction. */
class Network {
  readonly nodes: number
  /** Number of nodes and edges. */
  readonly size: number
  readonly #shapes: number
  readonly #paints: Int32Array
  readonly #paintCount: number
  readonly #reversed: boolean
  /** The successors of node i are `#targets` from `#starts[i]` to before `#starts[i + 1]`. */
  readonly #starts: Int32Array
  readonly #targets: Int32Array
  /** Number of predecessors of each node. */
  readonly #degrees: Int32Array
  /** Working memory of `sweep`, allocated once because it is called hundreds of times for a picture. `sweep` leaves `#heap` and `#heads` empty. */
  readonly #heap: PaintHeap
  /** The first ready shape of each paint; `#next` links to the others. */
  readonly #heads: Int32Array
  readonly #next: Int32Array
  /** Nodes whose successors are still to be visited. */
  readonly #stack: Int32Array
  /** Number of predecessors of each node that are not visited yet. */
  readonly #left: Int32Array

  constructor({ shapes, nodes, before, after }: Order, paints: Int32Array, reversed: boolean) {
    const [from, to] = reversed ? [after, before] : [before, after]
    this.nodes = nodes
    this.size = nodes + from.length
    this.#shapes = shapes
    this.#paints = paints
    this.#paintCount = paints.reduce((most, paint) => Math.max(most, paint + 1), 0)
    this.#reversed = reversed
    this.#heap = new PaintHeap(this.#paintCount)
    this.#heads = new Int32Array(this.#paintCount).fill(-1)
    this.#next = new Int32Array(shapes)
    this.#stack = new Int32Array(nodes)
    this.#left = new Int32Array(nodes)
    this.#starts = new Int32Array(nodes + 1)
    this.#targets = new Int32Array(from.length)
    this.#degrees = new Int32Array(nodes)
    for (const node of from) increase(this.#starts, node + 1)
    for (const node of to) increase(this.#degrees, node)
    for (let i = 1; i <= nodes; i += 1) this.#starts[i] = (this.#starts[i] ?? 0) + (this.#starts[i - 1] ?? 0)
    const next = this.#starts.slice()
    for (let i = 0; i < from.length; i += 1) this.#targets[increase(next, from[i] ?? 0)] = to[i] ?? 0
  }

  /** A lower bound for the number of runs: one for each paint, and those of the longest chain. */
  minimumRuns(): number {
    const longest = this.heights().reduce((most, height) => Math.max(most, height), 0)
    return Math.max(new Set(this.#paints).size, longest + 1)
  }

  /** Returns for each node the number of paint changes after it along the longest chain. */
  heights(): Float64Array {
    const degrees = this.#degrees.slice()
    const sorted: number[] = []
    for (let node = 0; node < this.nodes; node += 1) if (degrees[node] === 0) sorted.push(node)
    for (const node of sorted) {
      for (let i = this.#starts[node] ?? 0; i < (this.#starts[node + 1] ?? 0); i += 1) {
        const target = this.#targets[i] ?? 0
        if (decrease(degrees, target) === 0) sorted.push(target)
      }
    }
    const heights = new Float64Array(this.nodes)
    for (const node of sorted.reverse()) {
      let height = 0
      for (let i = this.#starts[node] ?? 0; i < (this.#starts[node + 1] ?? 0); i += 1) {
        const target = this.#targets[i] ?? 0
        height = Math.max(height, (heights[target] ?? 0) + this.#changes(node, target))
      }
      heights[node] = height
    }
    return heights
  }

  /** Builds runs in this direction: each takes all shapes of its paint that are ready, and the next one has the paint of the most urgent shape. */
  sweep(urgency: Float64Array): Runs {
    const shapes = this.#shapes
    const starts = this.#starts
    const targets = this.#targets
    const paints = this.#paints
    const heap = this.#heap
    const heads = this.#heads
    const next = this.#next
    const stack = this.#stack
    const left = this.#left
    left.set(this.#degrees)
    const runOf = new Int32Array(shapes)
    let height = 0
    let current = -1
    const visit = (): void => {
      while (height > 0) {
        const node = stack[--height] ?? 0
        for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i += 1) {
          const target = targets[i] ?? 0
          if (decrease(left, target) === 0) ready(target)
        }
      }
    }
    const ready = (node: number): void => {
      if (node >= shapes) {
        stack[height++] = node
        return
      }
      const paint = paints[node] ?? 0
      next[node] = heads[paint] ?? -1
      heads[paint] = node
      if (paint !== current) heap.add(paint, urgency[node] ?? 0)
    }
    for (let node = 0; node < this.nodes; node += 1) if (this.#degrees[node] === 0) ready(node)
    visit()
    let count = 0
    for (current = heap.take(); current >= 0; current = heap.take()) {
      for (let shape = heads[current] ?? -1; shape >= 0; shape = heads[current] ?? -1) {
        heads[current] = next[shape] ?? -1
        runOf[shape] = count
        stack[height++] = shape
        visit()
      }
      count += 1
    }
    return { count, runOf }
  }

  /** Returns 1 if the paint changes on this edge: always from a shape to a set, never from a set to its members. */
  #changes(node: number, target: number): 0 | 1 {
    const [before, after] = this.#reversed ? [target, node] : [node, target]
    if (before >= this.#shapes) return 0
    if (after >= this.#shapes) return 1
    return this.#paints[before] === this.#paints[after] ? 0 : 1
  }
}

/** Adds one and returns the previous value. */
function increase(list: Int32Array, index: number): number {
  const value = list[index] ?? 0
  list[index] = value + 1
  return value
}

/** Subtracts one and returns the new value. */
function decrease(list: Int32Array, index: number): number {
  const value = (list[index] ?? 0) - 1
  list[index] = value
  return value
}
