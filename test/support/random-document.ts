import fc from 'fast-check'
import type { DocumentBuilder } from '../../host/document/builder'

const at = fc.integer({ min: -800, max: 800 })
const side = fc.integer({ min: 20, max: 900 })

const layer = fc.record({
  kind: fc.constantFrom('frame', 'section', 'component', 'rectangle', 'list', 'group'),
  x: at,
  y: at,
  width: side,
  height: side,
  rotation: fc.constantFrom(0, 0, 0, 30, 90),
  locked: fc.boolean(),
  parent: fc.nat(8),
})

type Layer = typeof layer extends fc.Arbitrary<infer T> ? T : never

/** Layers that lie in each other, for `grow`. */
export const layersOfDocument = fc.array(layer, { maxLength: 8 })

/** Builds a document of them, and returns the ids of all. */
export function grow(b: DocumentBuilder, layers: readonly Layer[]): string[] {
  const holders: (string | undefined)[] = [undefined]
  const ids: string[] = []
  for (const { kind, parent, rotation, ...rest } of layers) {
    const within = holders[parent % holders.length]
    const isTop = kind === 'component' || kind === 'section'
    const fields = { ...rest, ...(!isTop && within && { in: within }) }
    if (kind === 'rectangle') ids.push(b.rectangle({ ...fields, rotation }))
    else if (kind === 'group') ids.push(b.group([b.rectangle(fields)]))
    else if (kind === 'section') ids.push(b.section(fields))
    else if (kind === 'component') ids.push(b.component(fields))
    else {
      const layout = kind === 'list' ? { layout: { layoutMode: 'VERTICAL' as const } } : {}
      ids.push(b.frame({ ...fields, rotation, ...layout }))
    }
    if (kind !== 'rectangle' && kind !== 'group') holders.push(ids.at(-1))
  }
  return ids
}
