import { DIRECTIONS, type Node } from '../geometry/grid'
import type { Random } from '../random'

/** Lays traces on a grid so that none touches another. */
export class Router {
  readonly columns: number
  readonly rows: number
  readonly #random: Random
  readonly #taken: Set<number> = new Set()
  /** Diagonal steps, by their middle: two of them must not cross. */
  readonly #crossings: Set<string> = new Set()

  constructor(columns: number, rows: number, random: Random) {
    this.columns = columns
    this.rows = rows
    this.#random = random
  }

  /** Keeps traces away from a node. */
  block([column, row]: Node): void {
    this.#taken.add(row * this.columns + column)
  }

  /** Whether a trace may still use a node. */
  isFree([column, row]: Node): boolean {
    const inside = column >= 0 && row >= 0 && column < this.columns && row < this.rows
    return inside && !this.#taken.has(row * this.columns + column)
  }

  /**
   * One trace from a free node: straight on as long as it can, with a bend of 45 degrees now and then and where
   * it must. Null, and nothing taken, where it would be shorter than `shortest` steps.
   */
  trace(
    start: Node,
    direction: number,
    longest: number,
    shortest: number,
    allowed: (node: Node) => boolean,
  ): Node[] | null {
    if (!this.isFree(start) || !allowed(start)) return null
    const nodes: Node[] = [start]
    const used = new Set([this.#key(start)])
    let heading = direction
    let sinceBend = 0
    while (nodes.length <= longest) {
      const at = nodes.at(-1) ?? start
      const bend = this.#random.chance(0.5) ? 1 : -1
      const wander = sinceBend > 2 && this.#random.chance(0.16)
      const tries = wander
        ? [heading + bend, heading, heading - bend]
        : [heading, heading + bend, heading - bend]
      const turned = tries.find((one) => {
        const next = this.#step(at, one)
        return this.isFree(next) && allowed(next) && !used.has(this.#key(next)) && !this.#crosses(at, next)
      })
      if (turned === undefined) break
      sinceBend = turned === heading ? sinceBend + 1 : 0
      heading = turned
      const next = this.#step(at, turned)
      nodes.push(next)
      used.add(this.#key(next))
    }
    if (nodes.length <= shortest) return null
    nodes.forEach((node, index) => {
      this.block(node)
      const next = nodes[index + 1]
      if (next !== undefined) this.#crossings.add(middleOf(node, next))
    })
    return nodes
  }

  #key([column, row]: Node): number {
    return row * this.columns + column
  }

  #step([column, row]: Node, direction: number): Node {
    const [dx, dy] = DIRECTIONS[((direction % 8) + 8) % 8] ?? [1, 0]
    return [column + dx, row + dy]
  }

  #crosses(from: Node, to: Node): boolean {
    return this.#crossings.has(middleOf(from, to))
  }
}

function middleOf(from: Node, to: Node): string {
  return `${from[0] + to[0]},${from[1] + to[1]}`
}
