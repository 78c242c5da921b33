import type { Order } from '../layers/order'
import type { Run } from '../layers/schedule'

/** Returns the order with the additional constraint that each block is painted before the next one. */
export function inBlocks({ shapes, nodes, before, after }: Order, blocks: readonly Run[]): Order {
  // A node between two blocks comes after all shapes of one and before all shapes of the other.
  const from: number[] = []
  const to: number[] = []
  for (const [block, run] of blocks.entries()) {
    for (const shape of run) {
      if (block > 0) {
        from.push(nodes + block - 1)
        to.push(shape)
      }
      if (block + 1 < blocks.length) {
        from.push(shape)
        to.push(nodes + block)
      }
    }
  }
  return {
    shapes,
    nodes: nodes + Math.max(0, blocks.length - 1),
    before: joined(before, from),
    after: joined(after, to),
  }
}

function joined(list: Int32Array, more: readonly number[]): Int32Array {
  const all = new Int32Array(list.length + more.length)
  all.set(list)
  all.set(more, list.length)
  return all
}
