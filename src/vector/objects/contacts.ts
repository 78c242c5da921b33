import { NONE, type Raster } from './raster'

/** How two neighboring things touch or face each other. Lengths in cells. */
export interface Contact {
  /** Length of their common edge. */
  border: number
  /** Length along which they face each other, with or without a gap. */
  facing: number
  /** Smallest distance. */
  gap: number
  /** Number of cells of one that were painted on top of the other. */
  on: number
}

export const emptyContact = (): Contact => ({ border: 0, facing: 0, gap: Number.POSITIVE_INFINITY, on: 0 })

/** Maximum distance of things that can belong together, as a share of the longer side. */
const MAX_GAP = 0.12

export interface Neighborhood {
  /** Length of each thing's outline. */
  readonly outlines: Float64Array
  /** The neighbors of each thing. Each contact is in both maps. */
  readonly contacts: ReadonlyArray<Map<number, Contact>>
}

/**
 * Finds which things are neighbors. `thingOf`: the thing of each shape; NONE for scenery. Scenery is divided among the nearest things, and
 * things face each other where their areas meet.
 */
export function findContacts({ grid, owners }: Raster, thingOf: Int32Array, count: number): Neighborhood {
  const { columns, rows } = grid
  const nearest = new Int32Array(owners.length).fill(NONE)
  const distance = new Int32Array(owners.length)
  const queue = new Int32Array(owners.length)
  let end = 0
  for (let cell = 0; cell < owners.length; cell += 1) {
    const owner = owners[cell] ?? NONE
    const thing = owner === NONE ? NONE : (thingOf[owner] ?? NONE)
    if (thing === NONE) continue
    nearest[cell] = thing
    queue[end++] = cell
  }
  const most = Math.ceil((Math.max(columns, rows) * MAX_GAP) / 2)
  const spread = (from: number, to: number): void => {
    if (nearest[to] !== NONE) return
    nearest[to] = nearest[from] ?? NONE
    distance[to] = (distance[from] ?? 0) + 1
    queue[end++] = to
  }
  for (let at = 0; at < end; at += 1) {
    const cell = queue[at] ?? 0
    if ((distance[cell] ?? 0) >= most) break
    const column = cell % columns
    if (column > 0) spread(cell, cell - 1)
    if (column + 1 < columns) spread(cell, cell + 1)
    if (cell >= columns) spread(cell, cell - columns)
    if (cell + columns < owners.length) spread(cell, cell + columns)
  }
  const outlines = new Float64Array(count)
  const contacts = Array.from({ length: count }, () => new Map<number, Contact>())
  const meet = (a: number, b: number): void => {
    const one = nearest[a] ?? NONE
    const other = nearest[b] ?? NONE
    if (one === other && distance[a] === 0 && distance[b] === 0) return
    if (one !== NONE && distance[a] === 0) outlines[one] = (outlines[one] ?? 0) + 1
    if (other !== NONE && distance[b] === 0) outlines[other] = (outlines[other] ?? 0) + 1
    if (one === other || one === NONE || other === NONE) return
    let contact = contacts[one]?.get(other)
    if (!contact) {
      contact = emptyContact()
      contacts[one]?.set(other, contact)
      contacts[other]?.set(one, contact)
    }
    const gap = (distance[a] ?? 0) + (distance[b] ?? 0)
    contact.facing += 1
    if (gap <= 1) contact.border += 1
    if (gap < contact.gap) contact.gap = gap
  }
  for (let row = 0, cell = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1, cell += 1) {
      if (column + 1 < columns) meet(cell, cell + 1)
      if (row + 1 < rows) meet(cell, cell + columns)
    }
  }
  return { outlines, contacts }
}
