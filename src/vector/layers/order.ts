import { cellNumbers } from '../coverage/buffers'
import { FULL, TOUCHED } from '../coverage/cell-bits'
import type { Spans } from '../coverage/spans'
import { IntList } from './int-list'

/** A partial order as an acyclic graph. Node numbers below `shapes` are shapes; the others represent sets of shapes. */
export interface Order {
  readonly shapes: number
  readonly nodes: number
  /** Edge i means that `before[i]` is painted before `after[i]`. */
  readonly before: Int32Array
  readonly after: Int32Array
}

const NONE = -1

/**
 * Finds which shapes must keep their order, from the cells that they cover, without comparing every pair of shapes.
 *
 * Shapes are added from front to back. Cells with the same history form a *class*. A class stores the two lowest sets of
 * shapes so far: `lower`, all of one paint, and `upper`, the set above it. A new shape goes below `lower` or, if it has the
 * paint of `lower`, joins `lower` and goes below `upper`. Because each set is below the one above it, this orders every two
 * shapes of different paint in the class. A class that an opaque shape fills is *sealed*: later shapes are hidden there, and
 * need only stay below that shape.
 *
 * A shape is compared on its cells and their neighbors, but recorded on its cells only. Two shapes without an order are
 * therefore at least a cell apart wherever they are visible, so no pixel up to the size of a cell shows both.
 *
 * The work grows with the number of cells, the graph with the number of classes that each shape meets.
 */
export class OrderBuilder {
  readonly #paints: Int32Array
  readonly #classes: Int32Array
  readonly #before = new IntList()
  readonly #after = new IntList()
  #nodes = 0

  readonly #lower = new IntList()
  readonly #upper = new IntList()
  readonly #seal = new IntList()
  /** Number of cells in each class. An empty class is reused. */
  readonly #size = new IntList()
  readonly #unused = new IntList()
  /** The shape that last split each class, and the class that its cells moved to. */
  readonly #splitBy = new IntList()
  readonly #splitTo = new IntList()

  readonly #paintOf = new IntList()
  /** The shape with the latest edge to each node, which prevents duplicate edges. */
  readonly #linkedBy = new IntList()
  /** The shape that last joined each set, and the resulting set. */
  readonly #joinedBy = new IntList()
  readonly #joinedTo = new IntList()
  /** The class sealed by the current shape, and whether any of the shape can be seen. */
  #sealed = NONE
  #isSeen = false

  /**
   * `paints`: a number for each shape. Shapes with the same number may swap their order; a negative number equals no other. Uses `cellNumbers`
   * until `finish`.
   */
  constructor(paints: Int32Array, cells: number) {
    this.#paints = paints
    this.#classes = cellNumbers(cells, 0)
    for (const paint of paints) this.#addNode(paint)
    // The first class has the number 0.
    this.#size.set(this.#addClass(NONE, NONE, NONE), cells)
  }

  get edges(): number {
    return this.#before.length
  }

  /** Adds a shape. Call it once for each shape, from the last to the first. `solid`: it hides what it covers. `count`: number of spans in the mask. Returns whether shapes in front hide it. */
  add(shape: number, spans: Spans, count: number, solid: boolean): boolean {
    this.#sealed = NONE
    this.#isSeen = false
    const classes = this.#classes
    if (shape === 0 && touchedCells(spans, count) === classes.length) return this.#addCanvas()
    const { starts, ends, bits } = spans
    for (let i = 0; i < count; i += 1) {
      const end = ends[i] ?? 0
      for (let cell = starts[i] ?? 0; cell < end; ) {
        const from = classes[cell] ?? 0
        const to = this.#meet(shape, from, bits[i] ?? 0, solid)
        if (to === from) {
          do cell += 1
          while (cell < end && classes[cell] === from)
          continue
        }
        const first = cell
        do classes[cell++] = to
        while (cell < end && classes[cell] === from)
        this.#move(from, to, cell - first)
      }
    }
    return count > 0 && !this.#isSeen
  }

  /** Adds the last shape if it covers all cells: it meets every class, and no later shape will ask which cells it left to which class. */
  #addCanvas(): boolean {
    for (let number = 0; number < this.#size.length; number += 1) {
      if (this.#size.at(number) > 0) this.#meet(0, number, TOUCHED, true)
    }
    return !this.#isSeen
  }

  finish(): Order {
    return {
      shapes: this.#paints.length,
      nodes: this.#nodes,
      before: this.#before.values(),
      after: this.#after.values(),
    }
  }

  #link(shape: number, node: number): void {
    if (node === NONE || this.#linkedBy.at(node) === shape) return
    this.#linkedBy.set(node, shape)
    this.#before.push(shape)
    this.#after.push(node)
  }

  /** Orders the shape against a class. Returns the new class of the cells where the shape has these bits. */
  #meet(shape: number, from: number, bits: number, solid: boolean): number {
    const seal = this.#seal.at(from)
    if (seal !== NONE) {
      this.#link(shape, seal)
      return from
    }
    const paint = this.#paints[shape] ?? NONE
    const lower = this.#lower.at(from)
    const joins = paint >= 0 && lower !== NONE && this.#paintOf.at(lower) === paint
    this.#link(shape, joins ? this.#upper.at(from) : lower)
    if ((bits & TOUCHED) === 0) return from
    this.#isSeen = true
    if (!solid || (bits & FULL) === 0) return this.#split(shape, from, joins)
    if (this.#sealed === NONE) this.#sealed = this.#addClass(NONE, NONE, shape)
    return this.#sealed
  }

  #move(from: number, to: number, cells: number): void {
    this.#size.set(to, this.#size.at(to) + cells)
    const left = this.#size.at(from) - cells
    this.#size.set(from, left)
    if (left === 0) this.#unused.push(from)
  }

  /** Returns the class for the cells of `from` that the shape touches. */
  #split(shape: number, from: number, joins: boolean): number {
    if (this.#splitBy.at(from) === shape) return this.#splitTo.at(from)
    const lower = this.#lower.at(from)
    const to = joins
      ? this.#addClass(this.#join(shape, lower), this.#upper.at(from), NONE)
      : this.#addClass(shape, lower, NONE)
    this.#splitBy.set(from, shape)
    this.#splitTo.set(from, to)
    return to
  }

  /** Returns a node that represents the set plus the shape: what is painted before it is painted before all of them. */
  #join(shape: number, set: number): number {
    if (this.#joinedBy.at(set) === shape) return this.#joinedTo.at(set)
    const joined = this.#addNode(this.#paintOf.at(set))
    for (const member of [shape, set]) {
      this.#before.push(joined)
      this.#after.push(member)
    }
    this.#joinedBy.set(set, shape)
    this.#joinedTo.set(set, joined)
    return joined
  }

  #addNode(paint: number): number {
    this.#paintOf.push(paint)
    this.#linkedBy.push(NONE)
    this.#joinedBy.push(NONE)
    this.#joinedTo.push(NONE)
    return this.#nodes++
  }

  #addClass(lower: number, upper: number, seal: number): number {
    const unused = this.#unused.pop()
    if (unused === NONE) {
      this.#lower.push(lower)
      this.#upper.push(upper)
      this.#seal.push(seal)
      this.#splitBy.push(NONE)
      this.#splitTo.push(NONE)
      return this.#size.push(0)
    }
    this.#lower.set(unused, lower)
    this.#upper.set(unused, upper)
    this.#seal.set(unused, seal)
    this.#splitBy.set(unused, NONE)
    return unused
  }
}

/** Returns the number of cells in which the spans' shape may paint. */
function touchedCells({ starts, ends, bits }: Spans, count: number): number {
  let cells = 0
  for (let i = 0; i < count; i += 1) {
    if (((bits[i] ?? 0) & TOUCHED) !== 0) cells += (ends[i] ?? 0) - (starts[i] ?? 0)
  }
  return cells
}
