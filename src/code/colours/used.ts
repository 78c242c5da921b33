import { deep } from './layers'
import { colouredParts, FIELDS, paintsOf } from './paints'

/** So many layers of the page are looked at: more are no design, and nobody waits for them. */
const LIMIT = 20_000

/** The ids of the variables and styles that colour the layers. */
export interface UsedIds {
  readonly variables: ReadonlySet<string>
  readonly styles: ReadonlySet<string>
}

/** Reads what the layers of a page are coloured by. `breathe` is called after each layer. */
export async function usedIn(page: PageNode, breathe: () => Promise<void>): Promise<UsedIds> {
  const variables = new Set<string>()
  const styles = new Set<string>()
  let count = 0
  for (const { layer } of deep(page.children)) {
    for (const field of FIELDS) {
      const paints = paintsOf(layer, field)
      if (paints === null) continue
      const { fillStyleId, strokeStyleId } = layer as Partial<MinimalFillsMixin & MinimalStrokesMixin>
      const style = field === 'fills' ? fillStyleId : strokeStyleId
      if (typeof style === 'string' && style !== '') styles.add(style)
      for (const paint of paints === 'mixed' ? [] : paints) {
        for (const { boundVariables } of colouredParts(paint)) {
          if (boundVariables?.color) variables.add(boundVariables.color.id)
        }
      }
    }
    count += 1
    if (count >= LIMIT) break
    await breathe()
  }
  return { variables, styles }
}
