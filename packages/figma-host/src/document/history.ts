/** A table of records by id, which undo and redo modify. */
type Table = Map<string, unknown>

/** A record changed by a step. Undefined means that there is no record. */
interface Change {
  readonly table: Table
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

/** Called for each record that undo or redo restores. */
type OnPut = (table: Table, before: unknown, after: unknown) => void

/**
 * The undo history of a document. Changes accumulate until `commit` turns them into one step, like `figma.commitUndo` (Figma doc). Without
 * it, everything until the next `commit` is one step.
 */
export class History {
  readonly #before = new Map<Table, Map<string, unknown>>()
  readonly #onPut: OnPut
  /** The previous records while another user makes changes; null otherwise. */
  #foreign: Map<Table, Map<string, unknown>> | null = null
  #done: (readonly Change[])[] = []
  #undone: (readonly Change[])[] = []

  constructor(onPut: OnPut) {
    this.#onPut = onPut
  }

  /** Must be called before each change. */
  remember(table: Table, id: string): void {
    const before = this.#foreign ?? this.#before
    const seen = before.get(table) ?? new Map<string, unknown>()
    before.set(table, seen)
    if (!seen.has(id)) seen.set(id, table.get(id))
  }

  /**
   * Runs changes that another user makes to the document. They are not part of any step, and no step reverts them, because each user has
   * their own history. If both change the same field, the other user's value stays.
   */
  byOther(change: () => void): void {
    const foreign = new Map<Table, Map<string, unknown>>()
    this.#foreign = foreign
    try {
      change()
    } finally {
      this.#foreign = null
      for (const [table, seen] of foreign) {
        for (const [id, was] of seen) this.#rebase(table, id, was, table.get(id))
      }
    }
  }

  get canUndo(): boolean {
    return this.#done.length > 0 || this.#openStep().length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0 && this.#openStep().length === 0
  }

  /** Turns the open changes into one step. Does nothing if nothing has changed. */
  commit(): void {
    const step = this.#openStep()
    this.#before.clear()
    if (step.length === 0) return
    this.#done.push(step)
    this.#undone = []
  }

  /** Undoes the last step, starting with the open changes. False if there is none. */
  undo(): boolean {
    this.commit()
    const step = this.#done.pop()
    if (!step) return false
    for (const { table, id, before } of step) this.#put(table, id, before)
    this.#undone.push(step)
    return true
  }

  /** Redoes the last undone step. False if there is none, or if something has changed since. */
  redo(): boolean {
    this.commit()
    const step = this.#undone.pop()
    if (!step) return false
    for (const { table, id, after } of step) this.#put(table, id, after)
    this.#done.push(step)
    return true
  }

  /** Removes all steps, including the open one. */
  clear(): void {
    this.#before.clear()
    this.#done = []
    this.#undone = []
  }

  /** Applies another user's change of a record to both ends of every step. */
  #rebase(table: Table, id: string, was: unknown, is: unknown): void {
    const own = this.#before.get(table)
    if (own?.has(id)) {
      const isNew = (other: unknown) => own.has(other as string) && own.get(other as string) === undefined
      if (is === undefined) own.delete(id)
      else own.set(id, withChanges(own.get(id), was, is, isNew))
    }
    const rebased = (step: readonly Change[]): readonly Change[] => {
      const made = new Set<unknown>(step.filter(({ before }) => before === undefined).map(({ id }) => id))
      return step.flatMap((change) => {
        if (change.table !== table || change.id !== id) return [change]
        if (is === undefined) return []
        const before = withChanges(change.before, was, is, (other) => made.has(other))
        return [{ ...change, before, after: withChanges(change.after, was, is, () => false) }]
      })
    }
    this.#done = this.#done.map(rebased)
    this.#undone = this.#undone.map(rebased)
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

type Fields = Readonly<Record<string, unknown>>

/**
 * Returns a record with the fields that differ between two others. In lists of ids, new ids are left out, because the restored record does
 * not know them.
 */
function withChanges(record: unknown, was: unknown, is: unknown, isNew: (id: unknown) => boolean): unknown {
  if (record === undefined || was === undefined) return record
  const changed = Object.entries(is as Fields)
    .filter(([key, value]) => (was as Fields)[key] !== value)
    .map(([key, value]) => [key, Array.isArray(value) ? value.filter((item) => !isNew(item)) : value])
  return { ...(record as Fields), ...Object.fromEntries(changed) }
}
