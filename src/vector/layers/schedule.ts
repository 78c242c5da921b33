import type { Order } from './order'
import { PaintHeap } from './paint-heap'

/** Shapes of one paint that are painted one after the other. */
export type Run = number[]

/**
 * Puts the shapes in an order that the partial order allows, in few runs. `paints`: a number from 0 for each shape; a
 * run has one number. Every shape is in one run, runs are in paint order, shapes in a run by their number.
 *
 * The fewest runs cannot be found fast (shortest common supersequence is a special case); this is a greedy list schedule
 * by the critical path: a run takes all that can be painted in its paint, and the next paint is the one with the longest
 * chain of paint changes still above it. Then runs are emptied into others: reading the order from its end and always
 * continuing with the paint of the last run left, each run takes at least what was left of the run it stands for, so
 * their number never grows. Both are done from the back and from the front; the shorter one is kept. Last, the runs are
 * put out of order at random and emptied again, and what comes out is kept where it is no longer. The random numbers are always
 * the same, and so is the schedule.
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

/** Shapes in runs: how many there are, and for each shape the number of its run. */
interface Runs {
  readonly count: number
  readonly runOf: Int32Array
}

const reversed = ({ count, runOf }: Runs): Runs => ({ count, runOf: runOf.map((run) => count - 1 - run) })

/** Takes about a tenth of the layers away from real pictures; ten times as many rounds would take another twentieth. */
const MAX_ROUNDS = 100

/** Nodes and edges that all rounds may visit in one direction. */
const MAX_VISITS = 1_000_000

/** By how many places a run is moved at most. */
const REACH = 3

/** Fewer runs, if that can be had by leaving the order that they have settled in. */
function shuffle(settled: Runs, there: Network, back: Network): Runs {
  const rounds = Math.min(MAX_ROUNDS, Math.floor(MAX_VISITS / there.size))
  const least = there.leastRuns()
  const random = randomNumbers()
  let best = settled
  for (let round = 0; round < rounds && best.count > least; round += 1) {
    const moved = places(best, back, () => (2 * random() - 1) * REACH)
    const again = there.sweep(places(back.sweep(moved), there))
    // Accepting a schedule of the same length lets the search move on to shorter ones.
    if (again.count <= best.count) best = again
  }
  return best
}

/** From 0 to 1, always the same (mulberry32). */
function randomNumbers(): () => number {
  let state = 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs in the direction of `there`, sent through both directions as long as that helps. */
function settle(there: Network, back: Network): Runs {
  let best = there.sweep(there.heights())
  for (;;) {
    const returned = back.sweep(places(best, back))
    const again = there.sweep(places(returned, there))
    if (again.count >= best.count) return best
    best = again
  }
}

/** For each shape where its run is; `offset` is asked for once for each run. */
function places({ count, runOf }: Runs, { nodes }: Network, offset = (): number => 0): Float64Array {
  const ofRuns = Float64Array.from({ length: count }, (_, run) => run + offset())
  const places = new Float64Array(nodes)
  for (let shape = 0; shape < runOf.length; shape += 1) places[shape] = ofRuns[runOf[shape] ?? 0] ?? 0
  return places
}

/** The partial order read in one direction. */
class Network {
  readonly nodes: number
  /** Nodes and edges. */
  readonly size: number
  readonly #shapes: number
  readonly #paints: Int32Array
  readonly #paintCount: number
  readonly #reversed: boolean
  /** The nodes after node i are `#targets` from `#starts[i]` to `#starts[i + 1]`. */
  readonly #starts: Int32Array
  readonly #targets: Int32Array
  /** How many nodes come before each. */
  readonly #degrees: Int32Array
  /** What `sweep` works with, made once as it is called some hundred times for a picture. It leaves the first two empty. */
  readonly #heap: PaintHeap
  /** For each paint its ready shapes, as a list linked through `#next`. */
  readonly #heads: Int32Array
  readonly #next: Int32Array
  /** Nodes to visit. */
  readonly #stack: Int32Array
  /** How many nodes before each are not visited yet. */
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

  /** There cannot be fewer: one for each paint, and those of the longest chain. */
  leastRuns(): number {
    const longest = this.heights().reduce((most, height) => Math.max(most, height), 0)
    return Math.max(new Set(this.#paints).size, longest + 1)
  }

  /** For each node how often the paint must change after it, along the longest chain. */
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

  /** Runs in this direction: each takes all it can, the next is that with the most urgent shape. */
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

  /** Whether the paint changes on this edge: always from a shape to a set, never from a set to its members. */
  #changes(node: number, target: number): 0 | 1 {
    const [before, after] = this.#reversed ? [target, node] : [node, target]
    if (before >= this.#shapes) return 0
    if (after >= this.#shapes) return 1
    return this.#paints[before] === this.#paints[after] ? 0 : 1
  }
}

/** Adds one and gives the value before. */
function increase(list: Int32Array, index: number): number {
  const value = list[index] ?? 0
  list[index] = value + 1
  return value
}

/** Takes one away and gives the value after. */
function decrease(list: Int32Array, index: number): number {
  const value = (list[index] ?? 0) - 1
  list[index] = value
  return value
}
