import { coloredParts, FIELDS, paintsOf } from './paints'

/** The ids of the variables and styles that color layers. */
export interface UsedIds {
  readonly variables: Set<string>
  readonly styles: Set<string>
}

/** Adds the variables and styles that color a layer, without its children. */
export function addUsed(layer: SceneNode, { variables, styles }: UsedIds): void {
  for (const field of FIELDS) {
    const paints = paintsOf(layer, field)
    if (paints === null) continue
    const style = layer[STYLES[field] as keyof SceneNode] as unknown
    if (typeof style === 'string' && style !== '') styles.add(style)
    for (const paint of paints === 'mixed' ? [] : paints) {
      for (const { boundVariables } of coloredParts(paint)) {
        if (boundVariables?.color) variables.add(boundVariables.color.id)
      }
    }
  }
}

const STYLES = { fills: 'fillStyleId', strokes: 'strokeStyleId' } as const
