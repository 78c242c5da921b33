import { signal } from '@preact/signals'

export type TileSelection = ReturnType<typeof createTileSelection>

/** The selected images of a view, and its tab stop. */
export function createTileSelection() {
  /** Job ids in the order of selection. */
  const ids = signal<readonly string[]>([])
  /** Job id of the view's tab stop. */
  const current = signal<string | null>(null)
  /** Where a Shift range starts. */
  let anchor: string | null = null

  const set = (next: readonly string[]) => {
    ids.value = next
  }

  return {
    ids,
    current,
    isSelected: (id: string): boolean => ids.value.includes(id),
    /** Selects only this image. */
    select(id: string): void {
      anchor = id
      current.value = id
      set([id])
    },
    /** Adds an image to the selection, or removes it. */
    toggle(id: string): void {
      anchor = id
      current.value = id
      set(ids.peek().includes(id) ? ids.peek().filter((other) => other !== id) : [...ids.peek(), id])
    },
    /** Selects all images from the last clicked one to this one. `order`: the images as shown. */
    extendTo(id: string, order: readonly string[]): void {
      anchor ??= current.peek()
      const from = order.indexOf(anchor ?? id)
      const to = order.indexOf(id)
      current.value = id
      if (from < 0 || to < 0) return set([id])
      set(order.slice(Math.min(from, to), Math.max(from, to) + 1))
    },
    selectAll: (order: readonly string[]): void => set(order),
    /** Moves the tab stop without selecting. */
    moveTo(id: string): void {
      current.value = id
    },
    clear(): void {
      anchor = null
      if (ids.peek().length > 0) set([])
    },
    /** Deselects images that no longer exist. */
    keep(existing: ReadonlySet<string>): void {
      const left = ids.peek().filter((id) => existing.has(id))
      if (left.length < ids.peek().length) set(left)
      if (current.peek() !== null && !existing.has(current.peek() ?? '')) current.value = left[0] ?? null
    },
  }
}
