import type { NodeData } from './node-data'

/** One undo step: for each node touched, its record before and after. Undefined stands for a node that is not there. */
type Step = ReadonlyMap<
  string,
  { readonly before: NodeData | undefined; readonly after: NodeData | undefined }
>

/**
 * The undo history of a document. Changes gather until `commit` closes them into one step, as `figma.commitUndo` does
 * (Figma doc); without it everything up to the next `commit` is one step.
 */
export class History {
  readonly #nodes: Map<string, NodeData>
  readonly #before = new Map<string, NodeData | undefined>()
  #done: Step[] = []
  #undone: Step[] = []

  /** `nodes` is the map of records which undo and redo write to. */
  constructor(nodes: Map<string, NodeData>) {
    this.#nodes = nodes
  }

  /** Must be told of every change before it is made. */
  remember(id: string): void {
    if (!this.#before.has(id)) this.#before.set(id, this.#nodes.get(id))
  }

  get canUndo(): boolean {
    return this.#done.length > 0 || this.#openStep().size > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0 && this.#openStep().size === 0
  }

  /** Closes the open changes into one step. Nothing happens where nothing has changed. */
  commit(): void {
    const step = this.#openStep()
    this.#before.clear()
    if (step.size === 0) return
    this.#done.push(step)
    this.#undone = []
  }

  /** Takes the last step back, the open changes first. False when there is none. */
  undo(): boolean {
    this.commit()
    const step = this.#done.pop()
    if (!step) return false
    for (const [id, { before }] of step) this.#put(id, before)
    this.#undone.push(step)
    return true
  }

  /** Does the last undone step again. False when there is none, or when something has changed since. */
  redo(): boolean {
    this.commit()
    const step = this.#undone.pop()
    if (!step) return false
    for (const [id, { after }] of step) this.#put(id, after)
    this.#done.push(step)
    return true
  }

  #put(id: string, data: NodeData | undefined): void {
    if (data) this.#nodes.set(id, data)
    else this.#nodes.delete(id)
  }

  #openStep(): Step {
    const step = new Map<string, { before: NodeData | undefined; after: NodeData | undefined }>()
    for (const [id, before] of this.#before) {
      const after = this.#nodes.get(id)
      if (after !== before) step.set(id, { before, after })
    }
    return step
  }
}
