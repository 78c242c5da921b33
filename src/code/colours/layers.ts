/** A layer, and whether it or something that it lies in is locked. */
export interface Visit {
  readonly layer: SceneNode
  readonly isLocked: boolean
}

/** The layers and all they hold, each before what it holds, the first at the back. */
export function* deep(layers: readonly SceneNode[]): Generator<Visit, void> {
  for (const layer of layers) yield* visit(layer, isInLocked(layer))
}

function* visit(layer: SceneNode, isInside: boolean): Generator<Visit, void> {
  const isLocked = isInside || layer.locked
  yield { layer, isLocked }
  if (!('children' in layer)) return
  for (const child of layer.children) yield* visit(child, isLocked)
}

function isInLocked({ parent }: SceneNode): boolean {
  for (let at = parent; at && at.type !== 'PAGE'; at = at.parent) {
    if ('locked' in at && at.locked) return true
  }
  return false
}
