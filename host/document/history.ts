/** A table of records by id, which undo and redo write to. */
type Table = Map<string, unknown>

/** One record that a step has changed. Undefined stands for a record that is not there. */
interface Change {
  readonly table: Table
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

/** Told of each record that undo or redo puts back. */
type OnPut = (table: Table, before: unknown, after: unknown) => void

/**
 * The undo history of a document. Changes gather until `commit` closes them into one step, as `figma.commitUndo` does
 * (Figma doc); without it everything up to the next `commit` is one step.
 */
export class History {
  readonly #before = new Map<Table, Map<string, unknown>>()
  readonly #onPut: OnPut
  #done: (readonly Change[])[] = []
  #undone: (readonly Change[])[] = []

  constructor(onPut: OnPut) {
    this.#onPut = onPut
  }

  /** Must be told of every change before it is made. */
  remember(table: Table, id: string): void {
    const seen = this.#before.get(table) ?? new Map<string, unknown>()
    this.#before.set(table, seen)
    if (!seen.has(id)) seen.set(id, table.get(id))
  }

  get canUndo(): boolean {
    return this.#done.length > 0 || this.#openStep().length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0 && this.#openStep().length === 0
  }

  /** Closes the open changes into one step. Nothing happens where nothing has changed. */
  commit(): void {
    const step = this.#openStep()
    this.#before.clear()
    if (step.length === 0) return
    this.#done.push(step)
    this.#undone = []
  }

  /** Takes the last step back, the open changes first. False when there is none. */
  undo(): boolean {
    this.commit()
    const step = this.#done.pop()
    if (!step) return false
    for (const { table, id, before } of step) this.#put(table, id, before)
    this.#undone.push(step)
    return true
  }

  /** Does the last undone step again. False when there is none, or when something has changed since. */
  redo(): boolean {
    this.commit()
    const step = this.#undone.pop()
    if (!step) return false
    for (const { table, id, after } of step) this.#put(table, id, after)
    this.#done.push(step)
    return true
  }

  /** Forgets all steps, also the open one. */
  clear(): void {
    this.#before.clear()
    this.#done = []
    this.#undone = []
  }

  #put(table: Table, id: string, record: unknown): void {
    const before = table.get(id)
    if (record === undefined) table.delete(id)
    else table.set(id, record)
    this.#onPut(table, before, record)
  }

  #openStep(): Change[] {
    const step: Change[] = []
    for (const [table, seen] of this.#before) {
      for (const [id, before] of seen) {
        const after = table.get(id)
        if (after !== before) step.push({ table, id, before, after })
      }
    }
    return step
  }
}
