import { signal } from '@preact/signals'

export type TileSelection = ReturnType<typeof createTileSelection>

/** Which images are selected in a view, and which one the keyboard is at. */
export function createTileSelection() {
  /** By job id, in the order in which they were selected. */
  const ids = signal<readonly string[]>([])
  /** The image that the Tab key leads to. */
  const current = signal<string | null>(null)
  /** Where a range with Shift begins. */
  let anchor: string | null = null

  const set = (next: readonly string[]) => {
    ids.value = next
  }

  return {
    ids,
    current,
    isSelected: (id: string): boolean => ids.value.includes(id),
    /** Selects one image alone. */
    select(id: string): void {
      anchor = id
      current.value = id
      set([id])
    },
    /** Adds an image, or takes it out. */
    toggle(id: string): void {
      anchor = id
      current.value = id
      set(ids.peek().includes(id) ? ids.peek().filter((other) => other !== id) : [...ids.peek(), id])
    },
    /** Selects all images between the last one that was clicked and this one. `order`: as they are shown. */
    extendTo(id: string, order: readonly string[]): void {
      anchor ??= current.peek()
      const from = order.indexOf(anchor ?? id)
      const to = order.indexOf(id)
      current.value = id
      if (from < 0 || to < 0) return set([id])
      set(order.slice(Math.min(from, to), Math.max(from, to) + 1))
    },
    selectAll: (order: readonly string[]): void => set(order),
    /** Moves the keyboard's place without selecting anything. */
    moveTo(id: string): void {
      current.value = id
    },
    clear(): void {
      anchor = null
      if (ids.peek().length > 0) set([])
    },
    /** Forgets images that are gone. */
    keep(existing: ReadonlySet<string>): void {
      const left = ids.peek().filter((id) => existing.has(id))
      if (left.length < ids.peek().length) set(left)
      if (current.peek() !== null && !existing.has(current.peek() ?? '')) current.value = left[0] ?? null
    },
  }
}
